import type { Place, Span } from '@espalier/model'
import type { Style } from '@espalier/model/style'
import { printable } from './printable.ts'

const tab = '    '

/** The line a finding points at, with a caret under what is meant; a long line is cut around the caret. */
export function frame(at: Place, span: Span, width: number, style: Style): readonly string[] {
  const line = at.source.text.replace(/^\uFEFF/, '').split(/\r?\n/, span.line)[span.line - 1]
  if (line === undefined || line.trim() === '') return []
  const before = widen(line.slice(0, span.column - 1))
  const marked = span.endLine === span.line ? widen(line.slice(span.column - 1, span.endColumn - 1)) : ''
  const number = String(span.line)
  const gutter = ' '.repeat(number.length + 1)
  const shown = cut(widen(line), before.length, Math.max(20, width - number.length - 4))
  const carets = '^'.repeat(Math.max(1, Math.min(marked.length, shown.text.length - shown.caret)))
  return [
    `${style.dim(` ${number} |`)} ${shown.text}`,
    `${style.dim(`${gutter} |`)} ${' '.repeat(shown.caret)}${style.red(carets)}`,
  ]
}

function widen(line: string): string {
  return printable(line.replaceAll('\t', tab))
}

/** The part of a line that fits, and where the caret stands in it. */
function cut(line: string, caret: number, width: number): { readonly text: string; readonly caret: number } {
  if (line.length <= width) return { text: line, caret }
  const from = Math.min(Math.max(0, caret - Math.floor(width / 3)), line.length - width)
  const part = line.slice(from, from + width)
  const head = from > 0 ? '…' : ''
  const tail = from + width < line.length ? '…' : ''
  return { text: `${head}${part.slice(head.length, part.length - tail.length)}${tail}`, caret: caret - from }
}
