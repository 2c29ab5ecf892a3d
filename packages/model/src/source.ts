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

/** The place of a field below another place. */
export function within({ source, doc, path: above }: Place, ...path: Path): Place {
  return { source, doc, path: above.concat(path), on: 'value' }
}

/** The same place, its key. */
export function keyOf(place: Place): Place {
  return { ...place, on: 'key' }
}
