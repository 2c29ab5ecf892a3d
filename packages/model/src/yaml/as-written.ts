import { isScalar } from 'yaml'
import type { Place, Source } from '../source.ts'
import { type Composed, compose } from './compose.ts'
import { walk } from './walk.ts'

/** Gives scalars as their author wrote them (`0123`, not 123); each source is parsed at most once. */
export function createAsWritten(): (at: Place) => string | undefined {
  const trees = new Map<Source, Composed>()
  return ({ source, doc, path }) => {
    const tree = trees.get(source) ?? compose(source.text)
    trees.set(source, tree)
    const document = tree.documents[doc]
    const { node, left } = document === undefined ? { node: undefined, left: 1 } : walk(document, path)
    return left === 0 && isScalar(node) ? node.source : undefined
  }
}
