import type { ReportedFinding } from '../report.ts'

/** A finding as schemas/report.schema.json has it: every field is always there, in this order, so that a reader never has to ask. */
export function findingAsJson({
  rule,
  severity,
  message,
  span,
  cluster,
  clusters,
  object,
  remedy,
  fingerprint,
  related,
}: ReportedFinding): object {
  const { file, line, column, endLine, endColumn } = span
  return {
    rule,
    severity,
    message,
    file,
    line,
    column,
    endLine,
    endColumn,
    cluster: cluster ?? null,
    clusters,
    object: object
      ? {
          apiVersion: object.apiVersion,
          kind: object.kind,
          namespace: object.namespace ?? null,
          name: object.name,
        }
      : null,
    remedy,
    fingerprint,
    related: related.map(({ span, message }) => ({
      file: span.file,
      line: span.line,
      column: span.column,
      message,
    })),
  }
}
