import { isScalar } from 'yaml'
import type { Place, Source } from '../source.ts'
import { type Composed, compose } from './compose.ts'
import { isPlain } from './is-plain.ts'
import { keyText, walk } from './walk.ts'

/** Gives scalars as their author wrote them (`0123`, not 123), and keys where they are plain; each source is parsed at most once. */
export function createAsWritten(): (at: Place) => string | undefined {
  const trees = new Map<Source, Composed>()
  return ({ source, doc, path, on }) => {
    const tree = trees.get(source) ?? compose(source.text)
    trees.set(source, tree)
    const document = tree.documents[doc]
    if (document === undefined) return undefined
    const { node, key, left } = walk(document, path)
    if (on === 'key') {
      const isIt = left <= 1 && keyText(key) === String(path.at(-1))
      return isIt && isPlain(key) ? key.source : undefined
    }
    return left === 0 && isScalar(node) ? node.source : undefined
  }
}
