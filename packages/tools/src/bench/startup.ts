import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildAction } from '../build.ts'
import { root } from '../root.ts'

// Times the published bundle as whole processes, in turn, so that a slow moment of the machine meets every command alike.

const runs = 15

interface Timed {
  readonly name: string
  readonly args: readonly string[]
  /** Milliseconds over `node -e 0` that design allows. */
  readonly budget?: number
}

const folder = mkdtempSync(join(tmpdir(), 'espalier-bench-'))
const action = join(folder, 'action', 'index.js')
const cli = join(root, 'packages/cli/dist/espalier.js')

copyFileSync(
  join(root, 'fixtures/render/aws-recommended-argocd/topology.yaml'),
  join(folder, 'topology.yaml'),
)
run([cli, 'render'])
// As on a release tag: beside the package.json that calls it a module.
writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
await buildAction(join(folder, 'action'))

const commands: readonly Timed[] = [
  { name: 'node -e 0', args: ['-e', '0'] },
  { name: 'espalier --version', args: [cli, '--version'], budget: 40 },
  { name: 'espalier lint (example)', args: [cli, 'lint'], budget: 150 },
  { name: 'espalier render --check (example)', args: [cli, 'render', '--check'] },
  { name: 'the Action: lint (example)', args: [action], budget: 300 },
]

const times = new Map<Timed, number[]>(commands.map(command => [command, []]))
for (let round = 0; round <= runs; round++) {
  for (const [command, taken] of times) {
    const milliseconds = run(command.args)
    if (round > 0) taken.push(milliseconds)
  }
}
rmSync(folder, { recursive: true, force: true })

const medians = [...times].map(([command, taken]) => ({
  ...command,
  median: median(taken),
  best: Math.min(...taken),
}))
const base = medians[0]?.median ?? 0
print(`Node ${process.version}, ${runs} runs each after one warm-up, milliseconds`)
print('command                             best  median  over node  budget')
let over = false
for (const { name, best, median: middle, budget } of medians) {
  const above = middle - base
  if (budget !== undefined && above > budget) over = true
  const cells = [best, middle, above].map(value => value.toFixed(0)).concat(budget?.toString() ?? '')
  print(
    `${name.padEnd(34)} ${cells[0]?.padStart(5)}  ${cells[1]?.padStart(6)}  ${cells[2]?.padStart(9)}  ${cells[3]?.padStart(6)}`,
  )
}
if (over) {
  print('over budget')
  process.exitCode = 1
}

function run(args: readonly string[]): number {
  const started = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')} exited ${status}: ${stderr}`)
  return performance.now() - started
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
