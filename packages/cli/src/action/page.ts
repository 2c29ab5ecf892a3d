import { codeBlock } from '../markdown-text.ts'
import type { Limit } from './limit.ts'

/** What a person reads of a run, in Markdown. */
export interface Page {
  /** What must not be cut. */
  readonly head: string
  readonly lines: readonly string[]
  /** The lines are plain text, to be shown as such. */
  readonly plain: boolean
}

const cutNote = 'The rest did not fit here; the log of the step has everything.'

/** A page as text, cut between two lines where a limit demands it. */
export function writePage(page: Page, limit: Limit): string {
  const whole = written(page, page.lines, [])
  if (limit.measure(whole) <= limit.size) return whole
  const after = ['', cutNote]
  // The fences of the whole are as long as those of any part can be.
  const edges = page.plain ? 2 * `${codeBlock(page.lines)[0]}\n`.length : 0
  const room = limit.size - limit.measure(written(page, [], after)) - edges
  return written(page, linesWithin(page.lines, room, limit), after)
}

function written({ head, plain }: Page, lines: readonly string[], after: readonly string[]): string {
  const body = plain && lines.length > 0 ? codeBlock(lines) : lines
  return [head, ...body, ...after, ''].join('\n')
}

function linesWithin(lines: readonly string[], room: number, { measure }: Limit): readonly string[] {
  let taken = 0
  const end = lines.findIndex(line => {
    taken += measure(`${line}\n`)
    return taken > room
  })
  return end < 0 ? lines : lines.slice(0, end)
}
