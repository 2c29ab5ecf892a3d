/** A file that `init` writes. */
export interface NewFile {
  /** Relative to the repository's root. */
  readonly path: string
  readonly text: string
}
