import { type Document, isAlias, isMap, isScalar, isSeq } from 'yaml'
import type { Path } from '../source.ts'

/** The node at a path of a parsed document, as far as the path leads, with the key that led there. */
export function walk(
  document: Document,
  path: Path,
): { readonly node: unknown; readonly key: unknown; readonly left: number } {
  let node: unknown = document.contents
  let key: unknown
  for (const [at, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document)
    const pair = isMap(node) ? node.items.find(item => keyText(item.key) === String(step)) : undefined
    const next = pair?.value ?? (isSeq(node) && typeof step === 'number' ? node.items[step] : undefined)
    if (next === undefined || next === null)
      return { node: pair?.key ?? node, key: pair?.key ?? key, left: path.length - at }
    key = pair?.key
    node = next
  }
  return { node, key, left: 0 }
}

/** The step that a key of a mapping is in a path. */
export function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : ''
}
