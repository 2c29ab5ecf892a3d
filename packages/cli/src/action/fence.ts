import { longestRun } from './longest-run.ts'

/** Ticks that no text of the lines can end. */
export function fence(lines: readonly string[]): string {
  const runs = lines.map(longestRun)
  return '`'.repeat(1 + runs.reduce((most, run) => Math.max(most, run), 2))
}
