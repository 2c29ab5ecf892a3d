import { printable } from '../files/display.ts'
import { longestRun } from './longest-run.ts'

/** A text of others as code: GitHub neither reads markup in it nor notifies by it. */
export function codeSpan(text: string): string {
  const inner = printable(text).replaceAll('\t', ' ')
  const ticks = '`'.repeat(1 + longestRun(inner))
  // One space on each side is not shown, and keeps ticks at the ends apart.
  return `${ticks} ${inner} ${ticks}`
}
