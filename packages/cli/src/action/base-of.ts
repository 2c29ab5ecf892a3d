import { runGit } from '../git/run-git.ts'
import type { Io } from '../io.ts'
import type { Event } from './event.ts'
import type { Inputs } from './inputs.ts'

/** What plan compares with: what was asked for, else what GitHub merged the pull request into, else where the event's change begins. */
export async function baseOf(
  { base, directory }: Inputs,
  event: Event,
  env: Io['env'],
): Promise<string | undefined> {
  return base || ((await mergedInto(directory, event, env)) ?? event.base)
}

// What is checked out for a pull request is a merge with the base branch of this moment; the base of the payload may be days older, and
// what others did since then is no change of this pull request.
async function mergedInto(directory: string, { head }: Event, env: Io['env']): Promise<string | undefined> {
  if (head === undefined) return undefined
  const { bytes } = await runGit(directory, env, ['cat-file', 'commit', 'HEAD'])
  const [header = ''] = bytes.toString('utf8').split('\n\n', 1)
  const [into, merged, more] = [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, id]) => id)
  return merged === head && more === undefined ? into : undefined
}
