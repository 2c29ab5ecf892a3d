import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { buildCli } from '../src/build.ts'
import { root } from '../src/root.ts'

// What gets published, alone in a folder: no node_modules above it, no workspace beside it.

const test = suite('the published bundle')
const home = mkdtempSync(join(tmpdir(), 'espalier-dist-'))
const fleet = join(home, 'fleet')
const cli = join(home, 'dist', 'espalier.js')

function espalier(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [cli, ...args], { cwd: fleet, encoding: 'utf8' })
}

test.before(async () => {
  await buildCli(join(home, 'dist'))
  mkdirSync(fleet)
  copyFileSync(
    join(root, 'fixtures/render/aws-recommended-argocd/topology.yaml'),
    join(fleet, 'topology.yaml'),
  )
})

test.after(() => rmSync(home, { recursive: true, force: true }))

test('says its version and its commands', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8'))
  assert.is(espalier('--version').stdout, `${version}\n`)
  const help = espalier('--help')
  assert.is(help.status, 0, help.stderr)
  for (const command of ['render', 'lint', 'explain', 'schema']) assert.match(help.stdout, command)
})

test('renders, checks and lints', () => {
  for (const args of [['render'], ['render', '--check'], ['lint'], ['lint', '--format', 'json']]) {
    const { status, stderr } = espalier(...args)
    assert.is(status, 0, `${args.join(' ')}: ${stderr}`)
  }
})

test('runs extensions with their own copy of cdk8s, not the bundled one', () => {
  const team = join(home, 'team')
  cpSync(join(root, 'fixtures/cli/extension'), team, { recursive: true })
  mkdirSync(join(team, 'node_modules'))
  for (const name of ['cdk8s', 'constructs']) {
    symlinkSync(
      realpathSync(join(root, 'packages/generator/node_modules', name)),
      join(team, 'node_modules', name),
      'dir',
    )
  }
  const { status, stderr } = spawnSync(process.execPath, [cli, 'render'], { cwd: team, encoding: 'utf8' })
  assert.is(status, 0, stderr)
  assert.match(
    readFileSync(join(team, 'clusters/east/extensions/shop/resourcequota_services.yaml'), 'utf8'),
    'ResourceQuota',
  )
})

test('explains rules and prints schemas', () => {
  assert.match(espalier('explain', 'placement/route-in-workload-cluster').stdout, 'config cluster')
  for (const name of ['topology', 'policy', 'report']) {
    assert.ok(JSON.parse(espalier('schema', name).stdout).$schema, name)
  }
})

test('exits 2 where the work could not be done', () => {
  assert.is(espalier('lint', 'no-such-folder').status, 2)
  assert.is(espalier('nonsense').status, 2)
})

test.run()
