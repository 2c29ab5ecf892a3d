/** Not more notes of a sort than anybody reads: what is said of a folder may hold in a thousand clusters. */
export function someNotes(notes: readonly string[], noun: string): readonly string[] {
  const others = notes.length - 3
  return others > 1 ? [...notes.slice(0, 3), `the same holds for ${others} other ${noun}s`] : notes
}
