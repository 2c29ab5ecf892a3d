import { policies as ownPolicies, type Policy } from '@espalier/model'
import { atRoot } from '../at-root.ts'
import { bySeverity } from '../by-severity.ts'
import type { Format } from '../format.ts'
import type { ReportedFinding } from '../report.ts'
import { resultOf } from '../sarif/result.ts'
import { ruleOf } from '../sarif/rule.ts'
import { withinLimits } from '../sarif/within-limits.ts'

/** SARIF 2.1.0, as GitHub's code scanning reads it; the worst first, and the suppressed last. */
export const sarif: Format = {
  name: 'sarif',
  write(report, options) {
    const { findings, suppressed } = atRoot(report, options)
    const { kept, remarks } = withinLimits([...bySeverity(findings), ...bySeverity(suppressed)])
    const ids = [...new Set(kept.map(({ rule }) => rule))].sort()
    const indices = new Map(ids.map((id, index) => [id, index]))
    const { version, failure, policies = ownPolicies } = options
    const log = {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'Espalier',
              version,
              semanticVersion: version,
              rules: ids.map(id => ruleNamed(id, policies, kept)),
            },
          },
          invocations: [
            {
              executionSuccessful: failure === undefined,
              toolExecutionNotifications: [
                ...(failure === undefined ? [] : [{ level: 'error', message: { text: failure } }]),
                ...remarks.map(text => ({ level: 'warning', message: { text } })),
              ],
            },
          ],
          originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
          columnKind: 'utf16CodeUnits',
          results: kept.map(finding => ({ ...resultOf(finding), ruleIndex: indices.get(finding.rule) })),
        },
      ],
    }
    return `${JSON.stringify(log, null, 2)}\n`
  },
}

// The rule of a finding whose policy is not among these says what the finding does.
function ruleNamed(id: string, policies: readonly Policy[], findings: readonly ReportedFinding[]): object {
  const { severity = 'error', remedy = '' } = findings.find(({ rule }) => rule === id) ?? {}
  return ruleOf(policies.find(policy => policy.id === id) ?? { id, severity, title: id, why: remedy, remedy })
}
