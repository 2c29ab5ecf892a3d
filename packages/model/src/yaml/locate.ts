import { isNode } from 'yaml'
import type { Place, Source, Span } from '../source.ts'
import { type Composed, compose } from './compose.ts'
import { walk } from './walk.ts'

export type Locate = (place: Place) => Span

/** Turns places into spans; each source is parsed at most once, and only if something was found in it. */
export function createLocate(): Locate {
  const trees = new Map<Source, Composed>()
  return place => {
    const tree = trees.get(place.source) ?? compose(place.source.text)
    trees.set(place.source, tree)
    return span(place, tree)
  }
}

function span(place: Place, tree: Composed): Span {
  const document = tree.documents[place.doc]
  if (place.offset !== undefined || document === undefined) return spanOf(place, tree, place.offset ?? 0)
  const { node, key, left } = walk(document, place.path)
  const target = (place.on === 'key' || left > 0) && isNode(key) ? key : node
  const range = isNode(target) ? target.range : undefined
  const fallback = document.range?.[0] ?? 0
  return spanOf(place, tree, range?.[0] ?? fallback, range?.[1])
}

// A value that goes on over several lines is shown by its first one: the frame points, it does not quote.
function spanOf(place: Place, tree: Composed, from: number, to = from): Span {
  const { text, file } = place.source
  const lineEnd = text.slice(from).search(/\r?\n|$/) + from
  const start = position(tree, text, from)
  const end = position(tree, text, Math.max(from, Math.min(to, lineEnd)))
  return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
}

function position(tree: Composed, text: string, offset: number): { line: number; column: number } {
  const found = tree.lines.linePos(offset)
  const mark = found.line === 1 && text.startsWith('\uFEFF') ? 1 : 0
  return { line: found.line, column: Math.max(1, found.col - mark) }
}
