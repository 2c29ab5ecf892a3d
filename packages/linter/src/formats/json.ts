import type { Format } from '../format.ts'
import type { Report } from '../report.ts'
import { findingAsJson } from '../text/finding-as-json.ts'

/** The report as JSON: schemas/report.schema.json. */
export const json: Format = {
  name: 'json',
  write({ version, findings, summary, since }: Report) {
    const changes = since && {
      ref: since.ref,
      fixed: since.fixed.map(findingAsJson),
      unchanged: since.unchanged,
    }
    const value = { version, findings: findings.map(findingAsJson), since: changes ?? null, summary }
    return `${JSON.stringify(value, null, 2)}\n`
  },
}
