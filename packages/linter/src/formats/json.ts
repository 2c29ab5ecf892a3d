import type { Format } from '../format.ts'
import type { Report } from '../report.ts'
import { findingAsJson } from '../text/finding-as-json.ts'

/** The report as JSON: schemas/report.schema.json. */
export const json: Format = {
  name: 'json',
  write: ({ version, findings, summary }: Report) =>
    `${JSON.stringify({ version, findings: findings.map(findingAsJson), summary }, null, 2)}\n`,
}
