import type { Span } from '@espalier/model'
import { fromRoot } from './from-root.ts'
import type { ReportedFinding } from './report.ts'

/** A finding with its files named from the root of the repository; `folder` is the way from there to where the names begin. */
export function findingAtRoot<F extends ReportedFinding>(finding: F, folder: string): F {
  const spanOf = (span: Span): Span => ({ ...span, file: fromRoot(span.file, folder) })
  return {
    ...finding,
    span: spanOf(finding.span),
    related: finding.related.map(other => ({ ...other, span: spanOf(other.span) })),
  }
}
