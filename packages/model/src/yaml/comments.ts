import { type Document, isNode, Lexer } from 'yaml'
import type { Place, Source } from '../source.ts'
import { compose } from './compose.ts'

/** A comment of a YAML text, and what it stands beside. */
export interface Comment {
  /** From its `#` to the end of its line. */
  readonly text: string
  readonly at: Place
  /** It stands between a document's start and its first key. */
  readonly heads: boolean
  /** The line it speaks of, from 1: its own, or, where it has that to itself, the next one that is no comment. */
  readonly line: number
}

/** Every comment of a text, in order; `#` inside of a scalar is none. */
export function readComments(source: Source): readonly Comment[] {
  const { text } = source
  const { documents, lines } = compose(text)
  const rows = text.split('\n')
  let doc = 0
  return commentOffsets(text).map(offset => {
    while (doc < documents.length - 1 && offset >= (documents[doc]?.range?.[2] ?? 0)) doc += 1
    const line = lines.linePos(offset).line
    return {
      text: text.slice(offset).match(/^[^\r\n]*/)?.[0] ?? '',
      at: { source, doc, path: [], offset },
      heads: offset < contentStart(documents[doc]),
      line: isComment(rows[line - 1]) ? nextContent(rows, line) : line,
    }
  })
}

// Marks of the lexer that stand for no text: the start of a document, the end of a flow, a scalar to come.
const marks: readonly string[] = ['\u0002', '\u0018', '\u001f']

function commentOffsets(text: string): readonly number[] {
  const found: number[] = []
  let offset = 0
  let inScalar = false
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme.startsWith('#') && !inScalar) found.push(offset)
    inScalar = lexeme === '\u001f'
    if (!marks.includes(lexeme)) offset += lexeme.length
  }
  return found
}

function contentStart(document: Document | undefined): number {
  const contents = document?.contents
  return isNode(contents) ? (contents.range?.[0] ?? 0) : 0
}

function isComment(row: string | undefined): boolean {
  return row?.trimStart().startsWith('#') === true
}

function nextContent(rows: readonly string[], line: number): number {
  let next = line
  while (isComment(rows[next])) next += 1
  return next + 1
}
