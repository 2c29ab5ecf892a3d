import { someOf } from './some-of.ts'

interface Said {
  readonly message: string
  readonly clusters: readonly string[]
}

/** What is wrong, and in which clusters where there are several. */
export function messageOf({ message, clusters }: Said): string {
  return clusters.length < 2 ? message : `${message} (in clusters ${someOf(clusters)})`
}
