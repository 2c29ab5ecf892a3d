import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { packCli } from '../src/pack-cli.ts'
import { installAlone } from '../src/release/install-alone.ts'
import { root } from '../src/root.ts'

const test = suite('the published package')
const home = mkdtempSync(join(tmpdir(), 'espalier-packed-'))
const installed = join(home, 'alone/node_modules/espalier')

const manifest = () => JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))

test.before(async () => {
  const tarball = await packCli(home, {
    GITHUB_SERVER_URL: 'https://git.example.com',
    GITHUB_REPOSITORY: 'acme/espalier',
  })
  assert.is(installAlone(tarball, join(home, 'alone')), undefined)
})

test.after(() => rmSync(home, { recursive: true, force: true }))

test('holds the bundle, its types, what it says of itself, and the licences of all that is in it', () => {
  assert.equal(readdirSync(installed).sort(), [
    'LICENSE',
    'README.md',
    'dist',
    'extension.d.ts',
    'package.json',
  ])
  assert.match(
    readFileSync(join(installed, 'dist/LICENSES.txt'), 'utf8'),
    /^cdk8s \S+ \(Apache-2\.0\)\n\n\s*Apache License/m,
  )
})

test('depends on nothing, and names nothing that only the workspace has', () => {
  const { dependencies, devDependencies, peerDependenciesMeta } = manifest()
  assert.equal(dependencies, {})
  assert.is(devDependencies, undefined)
  assert.equal(peerDependenciesMeta, { cdk8s: { optional: true } })
  assert.not.match(readFileSync(join(installed, 'package.json'), 'utf8'), /workspace:|catalog:/)
})

test('every path of its package.json is there', () => {
  const { bin, exports } = manifest()
  for (const path of [bin.espalier, exports['./extension'].types, exports['./package.json']])
    assert.ok(existsSync(join(installed, path)), path)
})

test('comes from the repository that publishes it, which is written down nowhere else', () => {
  assert.equal(manifest().repository, {
    type: 'git',
    url: 'git+https://git.example.com/acme/espalier.git',
    directory: 'packages/cli',
  })
  assert.is(JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8')).repository, undefined)
})

test.run()
