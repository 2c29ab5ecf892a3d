import { group, type Span } from '@espalier/model'
import type { ReportedFinding } from './report.ts'

type OfOneCluster = Omit<ReportedFinding, 'clusters' | 'fingerprints'>

/** One finding of those that say the same of the same place in several clusters, such as of a base that they share. */
export function mergeClusters(findings: readonly OfOneCluster[]): readonly ReportedFinding[] {
  return [...group(findings, keyOf).values()].map(all => {
    const owned = all.filter(({ cluster }) => cluster !== undefined)
    const [first = all[0], ...others] = owned
    return {
      ...first,
      ...(others.length > 0 && { related: distinct(owned.flatMap(({ related }) => related)) }),
      clusters: owned.flatMap(({ cluster }) => cluster ?? []),
      fingerprints: (owned.length > 0 ? owned : all).map(({ fingerprint }) => fingerprint),
    }
  })
}

// What is suppressed in one cluster only stays open in the others.
function keyOf({ rule, severity, message, span, suppression }: OfOneCluster): string {
  return [rule, severity, message, placeOf(span), suppression === undefined].join('\0')
}

function distinct(related: ReportedFinding['related']): ReportedFinding['related'] {
  return [...group(related, ({ span, message }) => `${placeOf(span)}\0${message}`).values()].map(
    ([one]) => one,
  )
}

function placeOf({ file, line, column }: Span): string {
  return [file, line, column].join('\0')
}
