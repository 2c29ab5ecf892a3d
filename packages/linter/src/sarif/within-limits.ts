import type { ReportedFinding } from '../report.ts'
import { count } from '../text/count.ts'
import { resultOf } from './result.ts'

/** What GitHub takes of an upload before it refuses the whole: results of a run, other locations of a result, and size. */
const most = {
  results: 25_000,
  // The place of the finding itself is the thousandth.
  related: 999,
  // The limit is 10 MB of gzip, to which results shrink from ten times as much and more.
  characters: 40_000_000,
}

export interface Limited {
  readonly kept: readonly ReportedFinding[]
  /** What was left out, as sentences. */
  readonly remarks: readonly string[]
}

/** The first of some findings, as many as GitHub takes. */
export function withinLimits(findings: readonly ReportedFinding[]): Limited {
  const kept: ReportedFinding[] = []
  let characters = 0
  let cut = 0
  for (const finding of findings.slice(0, most.results)) {
    const short = { ...finding, related: finding.related.slice(0, most.related) }
    characters += JSON.stringify(resultOf(short)).length
    if (characters > most.characters) break
    if (short.related.length < finding.related.length) cut += 1
    kept.push(short)
  }
  const left = findings.length - kept.length
  return {
    kept,
    remarks: [
      ...(left > 0 ? [`${count(left, 'result')} left out, the least severe: GitHub takes no more.`] : []),
      ...(cut > 0
        ? [`${count(cut, 'result')} shown with ${most.related} other places only: GitHub takes no more.`]
        : []),
    ],
  }
}
