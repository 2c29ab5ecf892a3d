import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parse } from 'yaml'
import { withVersion } from '../src/release/with-version.ts'
import { root } from '../src/root.ts'

const test = suite('.pre-commit-hooks.yaml')

interface Hook {
  readonly id: string
  readonly entry: string
  readonly language: string
  readonly files: string
  readonly additional_dependencies?: readonly string[]
}

const text = readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')
const hooks: readonly Hook[] = parse(text)
const { version } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8'))

test('installs exactly the version that is published with it', () => {
  const installed = hooks.flatMap(hook => hook.additional_dependencies ?? [])
  assert.equal(installed, Array(3).fill(`espalier@${version}`))
})

test('a release sets that version everywhere, and leaves the rest', () => {
  const next = withVersion(text, '1.2.3-rc.1')
  assert.is(next.split("'espalier@1.2.3-rc.1'").length, 4)
  assert.is(withVersion(next, version), text)
  assert.throws(() => withVersion('- id: espalier', '1.2.3'), /names a version/)
})

test('a release sets it in what the READMEs tell users to write', () => {
  const told = 'uses: acme/espalier@v0.1.0 # why\nrev: v0.1.0\nnpx espalier@0.1.0 lint\nnode@22.18.0\n'
  const next = 'uses: acme/espalier@v1.0.0 # why\nrev: v1.0.0\nnpx espalier@1.0.0 lint\nnode@22.18.0\n'
  assert.is(withVersion(told, '1.0.0'), next)
  for (const file of ['README.md', 'packages/cli/README.md'])
    assert.match(withVersion(readFileSync(join(root, file), 'utf8'), '9.8.7'), 'rev: v9.8.7')
})

// Before 4.6.1, pre-commit runs npm install and npm pack in the root of the repository that has the hooks; npm knows no catalogs.
test('the root of this repository is a package that npm can install and pack, with nothing to install but itself', () => {
  const { name, version, files, ...rest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  assert.equal([name, version, files], ['espalier-workspace', '0.0.0', []])
  for (const field of [
    'dependencies',
    'devDependencies',
    'peerDependencies',
    'optionalDependencies',
    'workspaces',
  ])
    assert.is(rest[field], undefined, field)
})

test('has every hook twice: with its own espalier, and with the one on the PATH', () => {
  const variant = (language: string, suffix: string) =>
    hooks
      .filter(hook => hook.language === language)
      .map(({ id, entry, files }) => ({ id: id.replace(suffix, ''), entry, files }))
  assert.equal(variant('node', ''), variant('system', '-system'))
  assert.equal(
    hooks.filter(({ language }) => language === 'node').map(({ id }) => id),
    ['espalier-lint', 'espalier-render', 'espalier-check'],
  )
})

test('its patterns know every file that can change a verdict', () => {
  const matched = (entry: string, file: string): boolean => {
    const { files = '' } = hooks.find(hook => hook.entry.startsWith(entry)) ?? {}
    return new RegExp(files.replace('(?i)', ''), 'i').test(file)
  }
  for (const file of ['topology.yaml', 'envs/prod.YML', 'clusters/a/lattice/x.json', 'policies/own.yaml']) {
    assert.ok(matched('espalier lint', file), file)
    assert.ok(matched('espalier render', file), file)
  }
  for (const file of ['extensions/team.mjs', 'extensions/team.ts', 'lib/quota.cjs', 'package-lock.json'])
    assert.ok(matched('espalier render', file), file)
  assert.not(matched('espalier lint', 'docs/topology.yaml.md'))
})

test.run()
