import {
  createLocate,
  digest,
  type Finding,
  groupKind,
  type Related,
  type Severity,
  type Span,
} from '@espalier/model'
import { fromRoot } from './from-root.ts'
import { mergeClusters } from './merge-clusters.ts'
import type { Suppression } from './suppress/suppression.ts'

/** A finding that somebody may have suppressed. */
export interface JudgedFinding extends Finding {
  readonly suppression?: Suppression
}

/** A finding as formats need it: with lines, and with a name that survives edits elsewhere in the file. */
export interface ReportedFinding extends JudgedFinding {
  readonly span: Span
  readonly related: readonly (Related & { readonly span: Span })[]
  readonly fingerprint: string
  /** Every cluster of which it is said, sorted; `cluster` is the first. */
  readonly clusters: readonly string[]
  /** Its name in each of these clusters; `fingerprint` is the first. */
  readonly fingerprints: readonly string[]
}

/** A finding that does not count, and why. */
export interface SuppressedFinding extends ReportedFinding {
  readonly suppression: Suppression
}

export interface Summary extends Readonly<Record<Severity, number>> {
  /** Findings that a suppression keeps out of the other counts. */
  readonly suppressed: number
  /** Findings that a baseline keeps out of the other counts. */
  readonly baselined: number
  /** References that the manifests at hand can neither prove nor refute. */
  readonly unresolved: number
  readonly manifests: number
  readonly files: number
  readonly clusters: number
}

/** What one run of the linter says; schemas/report.schema.json describes it as JSON. */
export interface Report {
  readonly version: 1
  /** Sorted by file, line, column and rule. */
  readonly findings: readonly ReportedFinding[]
  /** In the same order. */
  readonly suppressed: readonly SuppressedFinding[]
  readonly summary: Summary
  /** Where only what was introduced since a revision is among the findings. */
  readonly since?: Since
}

/** What a report leaves out because it was there before, or is there no more. */
export interface Since {
  readonly ref: string
  readonly fixed: readonly ReportedFinding[]
  readonly unchanged: number
}

/** Finds the lines, sorts, names every finding, and makes one of what is said of several clusters; `folder` is where file names begin, from the root of the repository. */
export function reportFindings(findings: readonly JudgedFinding[], folder = '.'): readonly ReportedFinding[] {
  const locate = createLocate()
  const located = findings.map(finding => ({
    ...finding,
    span: locate(finding.at),
    related: finding.related.map(related => ({ ...related, span: locate(related.at) })),
  }))
  const seen = new Map<string, number>()
  // Two topologies that share a file find the same in it; of equal findings the first counts.
  const different = located.sort(inOrder).filter((finding, at, all) => {
    const before = all[at - 1]
    return before === undefined || inOrder(before, finding) !== 0
  })
  const named = different.map(finding => {
    const identity = identityOf(finding, folder)
    const count = (seen.get(identity) ?? 0) + 1
    seen.set(identity, count)
    return { ...finding, fingerprint: digest(count === 1 ? identity : `${identity}\0${count}`).slice(0, 16) }
  })
  return mergeClusters(named)
}

export function isSuppressed(finding: ReportedFinding): finding is SuppressedFinding {
  return finding.suppression !== undefined
}

export function countSeverities(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity) => findings.filter(finding => finding.severity === severity).length
  return { error: count('error'), warning: count('warning'), info: count('info') }
}

// No line and, where there is an object, no file: a moved or reformatted object keeps its findings' names.
function identityOf({ rule, cluster, object, at, message }: Finding, folder: string): string {
  const subject = object
    ? `${groupKind(object)}/${object.namespace ?? ''}/${object.name}`
    : fromRoot(at.source.file, folder)
  // A count in a message may change without the finding becoming another.
  const words = message.replace(/\b\d+ ([a-z]+?)s?\b/g, '# $1')
  return [rule, cluster ?? '', subject, words].join('\0')
}

type Located = Omit<ReportedFinding, 'fingerprint' | 'clusters' | 'fingerprints'>

function inOrder(a: Located, b: Located): number {
  return (
    compare(a.span.file, b.span.file) ||
    a.span.line - b.span.line ||
    a.span.column - b.span.column ||
    compare(a.rule, b.rule) ||
    compare(a.cluster ?? '', b.cluster ?? '') ||
    compare(a.message, b.message)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
