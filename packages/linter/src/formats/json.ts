import type { Format } from '../format.ts'
import type { Report, ReportedFinding } from '../report.ts'

/** The report as JSON: schemas/report.schema.json. */
export const json: Format = {
  name: 'json',
  write: ({ version, findings, summary }: Report) =>
    `${JSON.stringify({ version, findings: findings.map(writeFinding), summary }, null, 2)}\n`,
}

// Every field is always there, in this order, so that a reader never has to ask.
function writeFinding({
  rule,
  severity,
  message,
  span,
  cluster,
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
