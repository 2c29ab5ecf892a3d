/** A text and the name users know it by: a path relative to where they stand, with `/` on every system. */
export interface Source {
  readonly file: string
  readonly text: string
}

export type Path = readonly (string | number)[]

/** A symbolic place: rules name a field of a document; lines and columns exist only once `locate` is asked. */
export interface Place {
  readonly source: Source
  /** Zero-based index of the document in the source. */
  readonly doc: number
  readonly path: Path
  /** Points at the field's key instead of its value. */
  readonly on?: 'key' | 'value'
  /** UTF-16 offset, for texts that have no tree to walk (syntax errors). */
  readonly offset?: number
  /** Where a path really stands, for objects that were made of several texts; `path` is then one of the object made. */
  readonly origin?: (path: Path) => Place
}

/** One-based, end exclusive, columns in UTF-16 units as editors count them. */
export interface Span {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

export function placeOf(source: Source, path: Path = [], on: 'key' | 'value' = 'value'): Place {
  return { source, doc: 0, path, on }
}

/** The same text for the same field of the same document, whatever it is asked of. */
export function placeKey({ source, doc, path }: Place): string {
  return [source.file, doc, ...path].join('\0')
}

/** The place of a field below another place. */
export function within({ source, doc, path: above, origin }: Place, ...path: Path): Place {
  const way = above.concat(path)
  // Of two shapes, each in one go: rules make places by the thousand.
  if (origin === undefined) return { source, doc, path: way, on: 'value' }
  return { source, doc, path: way, on: 'value', origin }
}

/** The same place, its key. */
export function keyOf(place: Place): Place {
  return { ...place, on: 'key' }
}

/** The place in a text that a person edits. */
export function settle(place: Place): Place {
  const at = place.origin?.(place.path) ?? place
  return place.on === 'key' ? keyOf(at) : at
}
