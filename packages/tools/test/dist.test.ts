import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
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
  for (const command of ['render', 'plan', 'lint', 'explain', 'schema']) assert.match(help.stdout, command)
})

test('renders, checks and lints', () => {
  for (const args of [['render'], ['render', '--check'], ['lint'], ['lint', '--format', 'json']]) {
    const { status, stderr } = espalier(...args)
    assert.is(status, 0, `${args.join(' ')}: ${stderr}`)
  }
})

test('gives the same bytes in another folder, time zone and locale, and whatever cdk8s is told', () => {
  const elsewhere = join(home, 'another folder', 'fleet')
  mkdirSync(elsewhere, { recursive: true })
  copyFileSync(join(fleet, 'topology.yaml'), join(elsewhere, 'topology.yaml'))
  const odd = {
    TZ: 'Pacific/Kiritimati',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
    CDK8S_DISABLE_SORT: '1',
    CDK8S_OUTDIR: home,
  }
  const env = { ...process.env, ...odd }
  const { status, stderr } = spawnSync(process.execPath, [cli, 'render'], {
    cwd: elsewhere,
    encoding: 'utf8',
    env,
  })
  assert.is(status, 0, stderr)
  assert.is(espalier('render').status, 0)
  const [here, there] = [fleet, elsewhere].map(bytesBelow)
  assert.ok(here !== undefined && here.size > 20)
  assert.equal(there, here)
})

function bytesBelow(folder: string): ReadonlyMap<string, string> {
  const clusters = join(folder, 'clusters')
  const files = readdirSync(clusters, { recursive: true, withFileTypes: true }).filter(entry =>
    entry.isFile(),
  )
  const paths = files.map(entry => join(entry.parentPath, entry.name)).sort()
  return new Map(paths.map(path => [path.slice(clusters.length), readFileSync(path, 'utf8')]))
}

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

test('knows the same schemas as the sources', () => {
  for (const rule of [
    'wrong-value',
    'missing-field',
    'unknown-field',
    'unfamiliar-value',
    'ambiguous-scalar',
  ]) {
    const folder = join(root, 'fixtures/lint/schema', rule)
    const { stdout } = espalier('lint', folder, '--format', 'json')
    const found: readonly { file: string; line: number; rule: string }[] = JSON.parse(stdout).findings
    const flagged = found.filter(one => one.rule === `schema/${rule}`)
    assert.equal(
      flagged.map(one => one.line),
      markedLines(join(folder, 'workload-1'), `schema/${rule}`),
    )
  }
})

function markedLines(folder: string, rule: string): readonly number[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.yaml'))
    .sort()
    .flatMap(file =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .map((line, at) => ({ line, at })),
    )
    .flatMap(({ line, at }) => (line.includes(`✗ ${rule}`) ? [at + 1] : []))
}

test('gives extensions without a cdk8s of their own the bundled one', () => {
  const team = join(home, 'bare team')
  mkdirSync(team)
  copyFileSync(join(fleet, 'topology.yaml'), join(team, 'topology.yaml'))
  appendFileSync(join(team, 'topology.yaml'), 'extensions: [./team.mjs]\n')
  writeFileSync(
    join(team, 'team.mjs'),
    "export const extend = ({ chart }) => chart.apiObjects.forEach(one => one.metadata.addLabel('team', 'shop'))\n",
  )
  const { status, stderr } = spawnSync(process.execPath, [cli, 'render'], { cwd: team, encoding: 'utf8' })
  assert.is(status, 0, stderr)
  assert.match(
    readFileSync(
      join(
        team,
        'clusters/workload-2/lattice/default/serviceexport.application-networking.k8s.aws_service-2.yaml',
      ),
      'utf8',
    ),
    'team: shop',
  )
})

test('lints with policies of the repository’s own, and tries them', () => {
  const readme = readFileSync(join(root, 'packages/linter/README.md'), 'utf8')
  const policy =
    readme
      .split('```yaml\n')
      .find(part => part.startsWith('id: team/'))
      ?.split('```')[0] ?? ''
  writeFileSync(join(home, 'policy.yaml'), policy)
  const path = join(home, 'policy.yaml')
  const linted = espalier('lint', '--policy', path)
  assert.is(linted.status, 0, linted.stderr)
  assert.match(linted.stdout, 'team/route-named-by-team')
  const tried = espalier('lint', '--test-policies', '--policy', path)
  assert.is(tried.status, 0, tried.stderr)
  assert.match(tried.stdout, '1 of 1 policies')
})

test('plans against the last commit', () => {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.com']
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
    [...who, 'commit', '-q', '-m', 'fleet'],
  ])
    assert.is(spawnSync('git', args, { cwd: fleet }).status, 0)
  const { status, stdout, stderr } = espalier('plan')
  assert.is(status, 0, stderr)
  assert.match(stdout, 'None of 3 clusters changes.')
})

test('explains rules and prints schemas', () => {
  assert.match(espalier('explain', 'placement/route-in-workload-cluster').stdout, 'config cluster')
  for (const name of ['topology', 'policy', 'report', 'plan', 'trial']) {
    assert.ok(JSON.parse(espalier('schema', name).stdout).$schema, name)
  }
})

test('exits 2 where the work could not be done', () => {
  assert.is(espalier('lint', 'no-such-folder').status, 2)
  assert.is(espalier('nonsense').status, 2)
})

test.run()
