import { fence } from './fence.ts'
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
export function writePage({ head, lines, plain }: Page, limit: Limit): string {
  const edge = plain && lines.length > 0 ? [fence(lines)] : []
  const whole = [head, ...edge, ...lines, ...edge, ''].join('\n')
  if (limit.measure(whole) <= limit.size) return whole
  const before = [head, ...edge]
  const after = [...edge, '', cutNote, '']
  const room = limit.size - limit.measure([...before, ...after].join('\n'))
  return [...before, ...linesWithin(lines, room, limit), ...after].join('\n')
}

function linesWithin(lines: readonly string[], room: number, { measure }: Limit): readonly string[] {
  let taken = 0
  const end = lines.findIndex(line => {
    taken += measure(`${line}\n`)
    return taken > room
  })
  return end < 0 ? lines : lines.slice(0, end)
}
