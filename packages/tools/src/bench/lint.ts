import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../root.ts'
import { findKubeconform, kubeconformSchemas, usualSchemas } from './kubeconform.ts'
import { handWrittenManifests, renderedManifests, type Written } from './manifests.ts'

// Lints manifests of varied kinds with all policies and schemas, as rendered and as written by hand, beside kubeconform with two workers,
// which checks schemas alone; whole processes, in turn.

const count = 10_000
const rounds = 9
const shared = '/dev/shm'
const home = mkdtempSync(join(existsSync(shared) ? shared : tmpdir(), 'espalier-bench-'))
const cli = join(root, 'packages/cli/dist/espalier.js')
const kubeconform = findKubeconform()

interface Run {
  readonly seconds: number
  readonly megabytes?: number
}

print(`${count} manifests, median of ${rounds} rounds`)
if (kubeconform === undefined)
  print('kubeconform is not installed (ESPALIER_KUBECONFORM is not set): only Espalier is timed')
else if (usualSchemas.length === 0)
  print('kubeconform has schemas of field names only (ESPALIER_KUBECONFORM_SCHEMAS is not set)')
print(`Node ${process.versions.node}, ${availableParallelism()} processors`)
for (const [style, make] of [
  ['rendered', renderedManifests],
  ['hand-written', handWrittenManifests],
] as const) {
  const { folder, kinds, bytes } = put(style, make(count))
  const schemas = kubeconform === undefined ? [] : await kubeconformSchemas(join(home, 'schemas'), kinds)
  const ours: Run[] = []
  const theirs: Run[] = []
  for (let round = 0; round < rounds; round++) {
    ours.push(lint(folder))
    if (kubeconform !== undefined) theirs.push(validate(kubeconform, [...schemas, '-n', '2', folder]))
  }
  print(`\n${style}: ${kinds.length} kinds, ${(bytes / 1e6).toFixed(1)} MB`)
  say('espalier lint, all policies and schemas', ours)
  if (theirs.length === 0) continue
  say('kubeconform -n 2, schemas alone', theirs)
  const ratios = ours
    .map(({ seconds }, round) => seconds / (theirs[round]?.seconds ?? Number.NaN))
    .sort((a, b) => a - b)
  const shown = [ratios[Math.floor(rounds / 2)], ratios[0], ratios.at(-1)].map(ratio => ratio?.toFixed(2))
  print(`pair by pair: ${shown[0]} (${shown[1]} to ${shown[2]}); wanted: 1`)
}

print('\ngrowth, rendered')
const few = put('few', renderedManifests(count / 10))
const many = put('many', renderedManifests(count * 10))
const [small, middle, large] = [few.folder, join(home, 'rendered'), many.folder].map(lint)
for (const [number, run] of [
  [count / 10, small],
  [count, middle],
  [count * 10, large],
] as const)
  if (run !== undefined) say(`${number} manifests`, [run])
if (kubeconform !== undefined) {
  const schemas = await kubeconformSchemas(join(home, 'schemas'), many.kinds)
  say(`${count * 10} manifests, kubeconform -n 2`, [
    validate(kubeconform, [...schemas, '-n', '2', many.folder]),
  ])
}
print(
  `10 times the manifests take ${((large?.seconds ?? 0) / (middle?.seconds ?? 1)).toFixed(1)} times as long; wanted: 11`,
)
rmSync(home, { recursive: true, force: true })

function put(
  name: string,
  manifests: Iterable<Written>,
): { folder: string; kinds: readonly string[]; bytes: number } {
  const folder = join(home, name)
  const made = new Set<string>()
  const kinds = new Set<string>()
  let bytes = 0
  for (const { file, text } of manifests) {
    const path = join(folder, file)
    if (!made.has(dirname(path))) mkdirSync(dirname(path), { recursive: true })
    made.add(dirname(path))
    writeFileSync(path, text)
    bytes += Buffer.byteLength(text)
    const [, apiVersion, kind] = /^apiVersion: (.*)\nkind: (.*)/m.exec(text) ?? []
    kinds.add(`${apiVersion} ${kind}`)
  }
  return { folder, kinds: [...kinds], bytes }
}

function lint(folder: string): Run {
  const report = join(home, 'memory')
  const hook = `data:text/javascript,import{writeFileSync as w}from"node:fs";process.on("exit",()=>w(${JSON.stringify(report)},String(process.resourceUsage().maxRSS)))`
  const clusters = Array.from({ length: 20 }, (_, at) => ['--cluster', `c${at}=c${at}`]).flat()
  const run = validate(
    process.execPath,
    ['--import', hook, cli, 'lint', ...clusters, '--role', 'c0=config'],
    folder,
  )
  return { ...run, megabytes: Number(readFileSync(report, 'utf8')) / 1024 }
}

function validate(command: string, args: readonly string[], cwd: string = home): Run {
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 })
  const seconds = (performance.now() - started) / 1000
  if (status !== 0)
    throw new Error(`${command} exited ${status}: ${stdout.slice(0, 3000)}${stderr.slice(0, 2000)}`)
  return { seconds }
}

function say(name: string, runs: readonly Run[]): void {
  const [middle] = [...runs].sort((a, b) => a.seconds - b.seconds).slice(Math.floor(runs.length / 2))
  const memory = middle?.megabytes === undefined ? '' : `${middle.megabytes.toFixed(0).padStart(6)} MB`
  print(`${name.padEnd(40)} ${(middle?.seconds ?? 0).toFixed(2).padStart(6)} s ${memory}`)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
