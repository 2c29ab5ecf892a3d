import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readYaml } from '@espalier/model'
import { root } from '../root.ts'
import { bigTopology } from './big-topology.ts'

// A fleet of 1,000 clusters with 50 objects each, in memory where the system has a file system there; whole processes, in turn.

const clusters = 1000
const objects = 50
const rounds = 3
const shared = '/dev/shm'
const home = mkdtempSync(join(existsSync(shared) ? shared : tmpdir(), 'espalier-bench-'))
const fleet = join(home, 'fleet')
const cli = join(root, 'packages/cli/dist/espalier.js')
const peer = fileURLToPath(new URL('cdk8s-writer.ts', import.meta.url))
mkdirSync(fleet)
writeFileSync(join(fleet, 'topology.yaml'), bigTopology(clusters, objects / 2))

interface Run {
  readonly seconds: number
  readonly megabytes: number
}

// The peer writes the same objects, and is spared making them.
const rendered = spawnSync(process.execPath, [cli, 'render'], { cwd: fleet })
if (rendered.status !== 0) throw new Error(`render exited ${rendered.status}`)
writeFileSync(join(home, 'objects.json'), JSON.stringify(objectsIn(join(fleet, 'clusters'))))

const runs: Record<string, Run[]> = {}
for (let round = 0; round < rounds; round++) {
  rmSync(join(fleet, 'clusters'), { recursive: true, force: true })
  time('espalier render, cold', [cli, 'render'])
  rmSync(join(home, 'peer'), { recursive: true, force: true })
  time(
    'cdk8s, an App per cluster, own writer',
    [...process.execArgv, peer, join(home, 'objects.json'), join(home, 'peer')],
    root,
  )
  time('espalier render --check', [cli, 'render', '--check'])
  time('espalier lint', [cli, 'lint'])
}
commitAll()
const topology = join(fleet, 'topology.yaml')
// Every workload cluster changes one object, and one route leads elsewhere.
writeFileSync(
  topology,
  readFileSync(topology, 'utf8')
    .replaceAll('"name":"s1-', '"name":"t1-')
    .replace('"to":"s0-w1"', `"to":"s0-w${clusters - 1}"`),
)
for (let round = 0; round < rounds; round++) {
  time('espalier plan of a change to every cluster', [cli, 'plan', '--format', 'json'])
  time('espalier render, a Git repository, changed', [cli, 'render'])
  spawnSync('git', ['checkout', '--quiet', '--', 'clusters'], { cwd: fleet })
}
const bare = bareWrites(join(fleet, 'clusters'), join(home, 'bare'))
rmSync(home, { recursive: true, force: true })

print(`${clusters} clusters × ${objects} objects, ${rounds} rounds; median wall seconds and largest memory`)
for (const [name, taken] of Object.entries(runs)) {
  print(
    `${name.padEnd(40)} ${median(taken).toFixed(1).padStart(6)} s ${Math.max(
      ...taken.map(one => one.megabytes),
    )
      .toFixed(0)
      .padStart(6)} MB`,
  )
}
print(`${'bare writes of the same bytes'.padEnd(40)} ${bare.toFixed(1).padStart(6)} s`)
const [ours = [], theirs = []] = Object.values(runs)
const ratios = ours
  .map((one, at) => one.seconds / (theirs[at]?.seconds ?? Number.NaN))
  .map(ratio => ratio.toFixed(2))
print(`render against cdk8s, pair by pair: ${ratios.join(' ')}; wanted: 0.33`)

function time(name: string, args: readonly string[], cwd = fleet): void {
  const report = join(home, 'memory')
  const hook = `data:text/javascript,import{writeFileSync as w}from"node:fs";process.on("exit",()=>w(${JSON.stringify(report)},String(process.resourceUsage().maxRSS)))`
  const started = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ['--import', hook, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  const seconds = (performance.now() - started) / 1000
  if (status !== 0) throw new Error(`${name} exited ${status}: ${stderr.slice(0, 2000)}`)
  runs[name] = [...(runs[name] ?? []), { seconds, megabytes: Number(readFileSync(report, 'utf8')) / 1024 }]
}

/** The objects of a rendered tree by cluster. */
function objectsIn(tree: string): Readonly<Record<string, readonly unknown[]>> {
  const clusters: Record<string, unknown[]> = {}
  for (const path of filesIn(tree)) {
    const [cluster = ''] = path.slice(tree.length + 1).split(sep)
    const { documents } = readYaml({ file: path, text: readFileSync(path, 'utf8') })
    const own = clusters[cluster] ?? []
    clusters[cluster] = own
    own.push(...documents.map(({ value }) => value))
  }
  return clusters
}

function filesIn(tree: string): readonly string[] {
  return readdirSync(tree, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
}

/** Makes the fleet a repository with everything in it committed. */
function commitAll(): void {
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
    ['commit', '-q', '-m', 'fleet'],
  ]) {
    const who = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', '-c', 'gc.auto=0']
    const { status, stderr } = spawnSync('git', [...who, ...args], { cwd: fleet, encoding: 'utf8' })
    if (status !== 0) throw new Error(`git ${args[0]} exited ${status}: ${stderr}`)
  }
}

function bareWrites(from: string, to: string): number {
  const files = filesIn(from).map(path => ({
    path: join(to, path.slice(from.length)),
    text: readFileSync(path, 'utf8'),
  }))
  const started = performance.now()
  const made = new Set<string>()
  for (const { path, text } of files) {
    const folder = dirname(path)
    if (!made.has(folder)) mkdirSync(folder, { recursive: true })
    made.add(folder)
    writeFileSync(path, text)
  }
  return (performance.now() - started) / 1000
}

function median(taken: readonly Run[]): number {
  return taken.map(one => one.seconds).sort((a, b) => a - b)[Math.floor(taken.length / 2)] ?? 0
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
