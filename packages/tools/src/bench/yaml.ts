import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readYaml } from '@espalier/model'
import { parseAllDocuments } from 'yaml'
import { root } from '../root.ts'

// Times the reading of manifests in one process, file by file and as one long text, beside the `yaml` package that reads what
// the fast reader leaves. js-yaml, the usual other choice, is no dependency and so is not measured.

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
print('corpus                        readYaml    yaml  bytes left to yaml')
for (const { name, texts: all } of corpora) {
  const ours = speed(all, 8 * megabytes, text => readYaml({ file: 'a.yaml', text }))
  const theirs = speed(all, megabytes / 4, text =>
    parseAllDocuments(text, { version: '1.2', merge: true }).map(document => document.toJS()),
  )
  const left = bytes(all.filter(text => readFast(text) === undefined)) / bytes(all)
  const cells = [
    ours.toFixed(1).padStart(8),
    theirs.toFixed(1).padStart(6),
    `${(100 * left).toFixed(1)} %`.padStart(18),
  ]
  print(`${name.padEnd(28)}  ${cells.join('  ')}`)
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
