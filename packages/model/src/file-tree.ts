/** A tree of text files: path relative to the repository's root, `/`-separated → text. */
export type FileTree = ReadonlyMap<string, string>
