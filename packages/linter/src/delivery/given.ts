/** What somebody else than an engine says of the cluster of a file: its place in the rendered tree, `lint.clusters`, or `--cluster`. */
export interface Given {
  readonly cluster: string
  readonly by: 'rendered' | 'listed' | 'named'
}

/** True where engines are not asked any more. */
export function isSettled(given: readonly Given[]): boolean {
  return given.some(({ by }) => by !== 'named')
}
