import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The names and licence texts of the packages that files come from, each once, sorted: whoever gets a bundle gets them too. */
export function licensesOf(files: readonly string[], root: string): string {
  const folders = new Set(
    files.flatMap(file => /^.*\/node_modules\/(?:@[^/]+\/)?[^/@.][^/]*(?=\/)/.exec(file)?.[0] ?? []),
  )
  const texts = new Map([...folders].map(folder => licenseIn(join(root, folder))))
  const sorted = [...texts].sort(([a], [b]) => (a < b ? -1 : 1))
  return sorted.map(([title, text]) => `${title}\n\n${text}\n`).join(`\n${'-'.repeat(40)}\n\n`)
}

function licenseIn(folder: string): readonly [title: string, text: string] {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const files = readdirSync(folder)
    .filter(file => /^(licen[cs]e|notice)/i.test(file))
    .sort()
  const texts = files.map(file => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
  return [
    `${name} ${version} (${license})`,
    texts.join('\n\n') || 'The package carries no licence text of its own.',
  ]
}
