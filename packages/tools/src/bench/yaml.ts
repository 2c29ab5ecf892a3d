import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createYamlWriter, readYaml } from '@espalier/model'
import { dump, loadAll } from 'js-yaml'
import { parseAllDocuments, stringify } from 'yaml'
import { root } from '../root.ts'

// Times the reading and writing of manifests in one process beside `yaml`, which reads what the fast reader leaves, and js-yaml, the
// usual other choice.

interface Corpus {
  readonly name: string
  readonly texts: readonly string[]
}

const rounds = 7
const megabytes = 1_000_000
// Not public: whether a text went the fast way is nobody's business but ours.
const { readFast }: { readonly readFast: (text: string) => unknown } = await import(
  pathToFileURL(join(root, 'packages/model/src/yaml/read-fast.ts')).href
)

const rendered = texts('fixtures/render', path => path.includes('/expected'))
const written = texts('fixtures/yaml', () => true)
const corpora: readonly Corpus[] = [
  { name: 'rendered, file by file', texts: rendered },
  { name: 'rendered, one text of 8 MB', texts: [repeated(rendered.join('---\n'), 8 * megabytes)] },
  { name: 'hand-written, file by file', texts: written },
]

print(`Node ${process.version}, median of ${rounds} rounds, MB/s`)
print('corpus                        readYaml    yaml  js-yaml  bytes left to yaml')
for (const { name, texts: all } of corpora) {
  const ours = speed(all, 8 * megabytes, text => readYaml({ file: 'a.yaml', text }))
  const theirs = speed(all, megabytes / 4, text =>
    parseAllDocuments(text, { version: '1.2', merge: true }).map(document => document.toJS()),
  )
  const others = speed(all.filter(readableByJsYaml), megabytes, text => loadAll(text))
  const left = bytes(all.filter(text => readFast(text) === undefined)) / bytes(all)
  const cells = [
    ours.toFixed(1).padStart(8),
    theirs.toFixed(1).padStart(6),
    others.toFixed(1).padStart(7),
    `${(100 * left).toFixed(1)} %`.padStart(18),
  ]
  print(`${name.padEnd(28)}  ${cells.join('  ')}`)
}

const values = rendered
  .flatMap(text => loadAll(text))
  .filter(value => typeof value === 'object' && value !== null)
const writers: readonly (readonly [string, (value: object) => string])[] = [
  ['createYamlWriter', createYamlWriter()],
  ['yaml stringify', value => stringify(value)],
  ['js-yaml dump', value => dump(value)],
]
print('')
print('writer                          MB/s')
for (const [name, write] of writers) {
  const size = values.reduce((sum, value) => sum + Buffer.byteLength(write(value)), 0)
  const repeats = Math.ceil(megabytes / size)
  const seconds = Array.from({ length: rounds }, () => {
    const started = performance.now()
    for (let repeat = 0; repeat < repeats; repeat++) for (const value of values) write(value)
    return (performance.now() - started) / 1000
  }).sort((a, b) => a - b)
  const middle = seconds[Math.floor(rounds / 2)] ?? 1
  print(`${name.padEnd(28)} ${((size * repeats) / middle / megabytes).toFixed(1).padStart(7)}`)
}

function speed(all: readonly string[], least: number, read: (text: string) => unknown): number {
  const size = bytes(all)
  const repeats = Math.ceil(least / size)
  const times = Array.from({ length: rounds + 1 }, () => {
    const started = performance.now()
    for (let repeat = 0; repeat < repeats; repeat++) for (const text of all) read(text)
    return performance.now() - started
  })
  const sorted = times.slice(1).sort((a, b) => a - b)
  const middle = sorted[Math.floor(rounds / 2)] ?? 0
  return (size * repeats) / middle / 1000
}

// It refuses some texts that other readers take, such as a closing bracket no deeper than its key.
function readableByJsYaml(text: string): boolean {
  try {
    loadAll(text)
    return true
  } catch {
    return false
  }
}

function texts(folder: string, wanted: (path: string) => boolean): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(
      entry =>
        entry.isFile() && entry.name.endsWith('.yaml') && wanted(entry.parentPath.replaceAll('\\', '/')),
    )
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
}

function repeated(text: string, least: number): string {
  // A text that was read from a file lies in memory in one piece, one that was put together does not.
  return Buffer.from(`${text}---\n`.repeat(Math.ceil(least / text.length))).toString()
}

function bytes(all: readonly string[]): number {
  return all.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
