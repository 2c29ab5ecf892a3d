import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { initHere, inRepository, places } from './init-here.ts'

const test = suite('init where something is already')

const workflow = '.github/workflows/espalier.yml'
const hooks = '.pre-commit-config.yaml'

test(
  'what exists is left as it is and said, whatever it holds; the rest is written',
  inRepository(async box => {
    box.put(hooks, 'repos: []\n')
    const out = await initHere(box)
    assert.match(out, `written  ${workflow}\nwritten  topology.yaml\nleft as it is  ${hooks}\n`)
    assert.is(box.get(hooks), 'repos: []\n')
  }),
)

test(
  'a second run changes nothing and is exit 2',
  inRepository(async box => {
    await initHere(box)
    const before = box.list().map(path => box.get(path))
    const { code, out, err } = await espalier(box.root, 'init')
    assert.equal([code, out], [2, ''])
    assert.match(err, 'espalier init: nothing is written: all of it is there already\n')
    assert.equal(
      box.list().map(path => box.get(path)),
      before,
    )
  }),
)

test(
  'a topology that exists gets the files beside it, which follow what it says',
  inRepository(async box => {
    await initHere(box, '--ci', 'none', '--no-pre-commit', '--path', 'deploy', '--branch', 'trunk')
    const text = box.get('topology.yaml')
    const { code, out } = await espalier(box.root, 'init', '--workflow', 'on-main')
    assert.is(code, 0)
    assert.match(out, `written  ${workflow}\nleft as it is  topology.yaml\n`)
    assert.match(box.get(workflow), "    branches: [trunk]\n    paths-ignore: ['deploy/**']")
    assert.is(box.get('topology.yaml'), text)
  }),
)

test(
  'the steps follow a topology that exists: another entry of Flux, Argo CD in each cluster',
  inRepository(async box => {
    await initHere(box, '--engine', 'flux', '--ci', 'none', '--no-pre-commit')
    const text = box.get('topology.yaml')
    box.put('topology.yaml', text.replace('clusters/{cluster}/flux', 'fleet/{cluster}'))
    const flux = await espalier(box.root, 'init', '--ci', 'gitlab', '--no-pre-commit')
    assert.match(flux.out, '  3. In every cluster, once: flux bootstrap with --path=fleet/<cluster>\n')
    box.put(
      'topology.yaml',
      text.replace('engine: flux', 'engine: argocd').replace(/flux: {.*/, 'argocd: {cluster: each}'),
    )
    const argocd = await espalier(box.root, 'init', '--ci', 'github', '--no-pre-commit')
    assert.match(argocd.out, 'In every cluster, once: kubectl apply -f clusters/<cluster>/argocd-root/\n')
  }),
)

test(
  'a topology that follows no branch gets no workflow, but everything else',
  inRepository(async box => {
    await initHere(box, '--ci', 'none', '--no-pre-commit')
    box.put('topology.yaml', box.get('topology.yaml').replace('refs/heads/main', 'HEAD'))
    const { code, err } = await espalier(box.root, 'init')
    assert.is(code, 2)
    assert.match(err, 'the engine follows HEAD, and the workflow needs the name of a branch\n')
    assert.is((await espalier(box.root, 'init', '--ci', 'gitlab')).code, 0)
    assert.equal(box.list(), ['.gitlab-ci.yml', hooks, 'readme.txt', 'topology.yaml'])
  }),
)

test(
  'a flag that would change a topology that exists is refused',
  inRepository(async box => {
    await initHere(box, '--ci', 'none', '--no-pre-commit')
    for (const flag of [['--name', 'other'], ['--example'], ['--vpc', 'config=vpc-0000000a']]) {
      const { code, err } = await espalier(box.root, 'init', ...flag)
      assert.is(code, 2)
      assert.match(err, `topology.yaml exists, and init changes nothing in it; leave out ${flag[0]}\n`)
    }
    assert.equal(box.list(), ['readme.txt', 'topology.yaml'])
  }),
)

test(
  'a topology that exists and cannot be used gets nothing beside it',
  inRepository(async box => {
    box.put('topology.yaml', 'kind: Topology\n')
    const { code, err } = await espalier(box.root, 'init')
    assert.is(code, 2)
    assert.match(err, /^topology\.yaml:1:1: error: /)
    assert.match(err, 'espalier init: topology.yaml cannot be used\n')
    assert.equal(box.list(), ['readme.txt', 'topology.yaml'])
  }),
)

test(
  'all places are looked at before the first file is written',
  inRepository(async box => {
    box.put('.github', 'a file\n')
    const blocked = await espalier(box.root, 'init', ...places)
    assert.is(blocked.code, 2)
    assert.match(blocked.err, `${workflow} cannot be written: a part of its path is not a folder\n`)
    assert.equal(box.list(), ['.github', 'readme.txt'])
  }),
)

test(
  'a link is neither followed out of the repository nor replaced',
  inRepository(async box => {
    const outside = mkdtempSync(join(tmpdir(), 'espalier-outside-'))
    try {
      symlinkSync(outside, join(box.root, '.github'))
      const { code, err } = await espalier(box.root, 'init', ...places)
      assert.is(code, 2)
      assert.match(err, `${workflow} cannot be written: its folder leads out of the repository\n`)
      assert.equal(box.list(), ['.github', 'readme.txt'])
    } finally {
      rmSync(outside, { recursive: true })
    }
    rmSync(join(box.root, '.github'))
    symlinkSync('nowhere', join(box.root, hooks))
    assert.match(await initHere(box), `left as it is  ${hooks}\n`)
    assert.not.ok(box.has('nowhere'))
  }),
)

test(
  'a folder that cannot be written to is exit 2 with nothing half done',
  inRepository(async box => {
    mkdirSync(join(box.root, '.github'))
    chmodSync(join(box.root, '.github'), 0o555)
    const { code, err } = await espalier(box.root, 'init', ...places)
    // Whoever may write everywhere, such as root in a container, meets no such folder.
    if (process.getuid?.() === 0) return assert.is(code, 0)
    assert.equal([code, box.list()], [2, ['readme.txt']])
    assert.match(err, `${workflow} cannot be written: permission denied\n`)
  }),
)

test.run()
