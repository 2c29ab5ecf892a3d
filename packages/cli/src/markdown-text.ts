import { printable } from './files/display.ts'

/**
 * A text of others inside Markdown: it can start no markup, no HTML, no link, and calls nobody. GitHub looks for `@name`, `#1` and `GH-1`
 * after the Markdown is read, so that no escape helps there; an invisible joiner does.
 */
export function escaped(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]<>|#~&$]|:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/@|#|\bgh-/gi, '$&\u2060')
}

/** The same as code; the fence is longer than any run of backticks in it. */
export function code(text: string): string {
  const plain = printable(text)
  const ticks = '`'.repeat(longestRun(plain) + 1)
  const pad = plain.startsWith('`') || plain.endsWith('`') || plain === '' ? ' ' : ''
  return `${ticks}${pad}${plain}${pad}${ticks}`
}

/** Lines of others as a block of code. */
export function codeBlock(lines: readonly string[]): readonly string[] {
  const longest = lines.reduce((most, line) => Math.max(most, longestRun(line)), 2)
  const fence = '`'.repeat(longest + 1)
  return [fence, ...lines.map(printable), fence]
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0)
}
