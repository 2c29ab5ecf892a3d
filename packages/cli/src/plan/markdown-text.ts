import { printable } from '../files/display.ts'

/** A text of others inside Markdown: it can start no markup, no HTML, no link, and calls nobody. */
export function escaped(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]<>|#~]/g, char => `\\${char}`)
    .replaceAll('@', '@\u2060')
}

/** The same as code; the fence is longer than any run of backticks in it. */
export function code(text: string): string {
  const plain = printable(text).replaceAll('\n', ' ')
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = plain.startsWith('`') || plain.endsWith('`') || plain === '' ? ' ' : ''
  return `${fence}${pad}${plain}${pad}${fence}`
}
