import { Composer, type Document, Lexer, LineCounter, Parser } from 'yaml'

/** Far above any manifest; the composer recurses, and a deeper text would exhaust the stack instead of being refused. */
const deepest = 500

export interface Composed {
  readonly documents: readonly Document[]
  readonly lines: LineCounter
  readonly tooDeep: boolean
}

/** The documents of a text with their syntax nodes, read as YAML 1.2 core with merge keys. */
export function compose(text: string): Composed {
  const lines = new LineCounter()
  const parser = new Parser(lines.addNewLine)
  const composer = new Composer({ version: '1.2', merge: true, logLevel: 'error' })
  const documents: Document[] = []
  lines.addNewLine(0)
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token))
    if (parser.stack.length > deepest) return { documents: [], lines, tooDeep: true }
  }
  for (const token of parser.end()) documents.push(...composer.next(token))
  documents.push(...composer.end(false, text.length))
  return { documents, lines, tooDeep: false }
}
