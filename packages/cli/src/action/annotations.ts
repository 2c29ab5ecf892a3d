import type { Performance } from './perform.ts'

/** GitHub shows ten of each severity for a step and fifty for a job: with ten in all, five steps of a job get theirs. */
const most = 10

/** Lines for the log that show the worst findings where they are; the report above them is complete. */
export function annotations({ text }: Performance): readonly string[] {
  // The format puts the worst first.
  const all = (text('github') ?? '').split('\n').filter(line => line.startsWith('::'))
  const rest = all.length > most ? [`${most} of ${all.length} findings are annotated; the log has all`] : []
  return [...all.slice(0, most), ...rest]
}
