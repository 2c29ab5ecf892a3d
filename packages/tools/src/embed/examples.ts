import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../root.ts'
import { banner, generated } from './places.ts'

interface Example {
  readonly wrong: string
  readonly right?: string
}

interface Excerpt {
  /** Relative to the fixture, beginning with the cluster's folder. */
  readonly file: string
  readonly text: string
}

/** Writes what `explain` shows for every rule: the marked document of the rule's own fixture, and one of its kind that passes. */
export function writeExamples(rules: readonly string[]): void {
  const examples = rules.flatMap(rule => {
    const found = rule.startsWith('topology/') ? topologyExample(rule) : fleetExample(rule)
    return found === undefined ? [] : [[rule, found] as const]
  })
  const text = JSON.stringify(Object.fromEntries(examples), null, 2)
  const type = 'Readonly<Record<string, { readonly wrong: string; readonly right?: string }>>'
  writeFileSync(join(generated, 'examples.ts'), `${banner}export const examples: ${type} = ${text}\n`)
}

function topologyExample(rule: string): Example | undefined {
  const around = 4
  const shown = excerpts('fixtures/topology').flatMap(({ text }) => {
    const lines = text.split('\n')
    const at = lines.findIndex(line => isMarked(line, rule))
    const from = lines.length <= 20 ? 0 : Math.max(0, at - around)
    return at < 0 ? [] : [lines.slice(from, lines.length <= 20 ? undefined : at + around + 1).join('\n')]
  })
  const [shortest] = shown.sort((a, b) => a.length - b.length)
  return shortest === undefined ? undefined : { wrong: pointed(shortest, rule) }
}

function fleetExample(rule: string): Example | undefined {
  const own = excerpts(`fixtures/lint/${rule}`).flatMap(documentsOf)
  const wrong = own.find(({ text }) => isMarked(text, rule))
  if (wrong === undefined) return undefined
  const alike = ({ text }: Excerpt): boolean => !text.includes('✗') && kindOf(text) === kindOf(wrong.text)
  const near = own.filter(({ file }) => file === wrong.file)
  const right = [...near, ...own, ...excerpts('fixtures/lint/base').flatMap(documentsOf)].find(alike)
  return { wrong: titled(wrong, rule), ...(right === undefined ? {} : { right: titled(right, rule) }) }
}

function excerpts(folder: string): readonly Excerpt[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => file.endsWith('.yaml'))
    .sort()
    .map(file => ({ file, text: readFileSync(join(root, folder, file), 'utf8') }))
}

function documentsOf({ file, text }: Excerpt): readonly Excerpt[] {
  return text.split(/^---\n/m).map(document => ({ file, text: document.trim() }))
}

function isMarked(text: string, rule: string): boolean {
  return text.split('✗').some((mark, index) => index > 0 && mark.split('\n')[0]?.trim() === rule)
}

function kindOf(text: string): string | undefined {
  return text.match(/^kind: *([A-Za-z]+)/m)?.[1]
}

function titled({ file, text }: Excerpt, rule: string): string {
  return `# ${file}\n${pointed(text, rule)}`
}

function pointed(text: string, rule: string): string {
  const lines = text
    .split('\n')
    .map(line => (isMarked(line, rule) ? line.replace(/# ✗.*/, '# <- here') : line.replace(/ *# ✗.*/, '')))
  return lines.join('\n').trim()
}
