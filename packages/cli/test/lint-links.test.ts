import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { inSandbox } from './sandbox.ts'

const test = suite('links in a repository')

const application =
  'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: shop, namespace: argocd}\nspec: {project: shop, destination: {name: a}, source: {repoURL: x, path: apps}}\n'

test(
  'a committed link that leads out is found wherever it lies and wherever the command runs',
  inSandbox(async ({ root, put, git, commit }) => {
    put('apps/shop.yaml', application)
    mkdirSync(join(root, 'docs'))
    symlinkSync('/etc/passwd', join(root, 'docs/passwd'))
    symlinkSync('../apps/shop.yaml', join(root, 'docs/shop.yaml'))
    commit()
    const { code, out, err } = await espalier(join(root, 'apps'), 'lint', '.')
    assert.equal([code, err], [1, 'espalier lint: x is taken for the address of this repository\n'])
    assert.match(out, '../docs/passwd:1:1: error: the symbolic link to "/etc/passwd" is absolute')
    assert.not.match(out, 'docs/shop.yaml')
    // Who asks for what is new hears of a new link only.
    assert.is((await espalier(root, 'lint', 'apps', '--since', 'HEAD')).code, 0)
    symlinkSync('../../elsewhere', join(root, 'docs/elsewhere'))
    git('add', '-A')
    const since = await espalier(root, 'lint', 'apps', '--since', 'HEAD')
    assert.equal([since.code, since.out.match(/docs\/\w+/g)], [1, ['docs/elsewhere']])
  }),
)

test(
  'a link that Git does not know is nobody’s business',
  inSandbox(async ({ root, put, commit }) => {
    put('apps/shop.yaml', application)
    commit()
    symlinkSync('/etc/passwd', join(root, 'python3'))
    assert.is((await espalier(root, 'lint', 'apps')).code, 0)
  }),
)

test(
  'a repository that Git cannot read is said, and the manifests are linted all the same',
  inSandbox(async ({ root, put, commit }) => {
    put('apps/shop.yaml', application)
    commit()
    put('.git/index', 'no index')
    const { code, err } = await espalier(root, 'lint', 'apps')
    assert.is(code, 0)
    assert.match(
      err,
      /^espalier lint: symbolic links in \. are not looked at: git could not read the repository: /m,
    )
  }),
)

test.run()
