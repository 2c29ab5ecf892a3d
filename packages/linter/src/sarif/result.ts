import type { Severity } from '@espalier/model'
import type { ReportedFinding } from '../report.ts'
import type { Suppression } from '../suppress/suppression.ts'
import { messageOf } from '../text/message-of.ts'
import { printable } from '../text/printable.ts'
import { logicalLocations, physicalLocation } from './locations.ts'

export const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

const mostLinks = 10

/** A finding as a result of SARIF, but for the index of its rule. */
export function resultOf(finding: ReportedFinding): object {
  const { rule, severity, span, related, fingerprint, suppression } = finding
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: linkedMessage(finding) },
    locations: [{ physicalLocation: physicalLocation(span), logicalLocations: logicalLocations(finding) }],
    relatedLocations: related.map(({ span, message }, index) => ({
      id: index + 1,
      physicalLocation: physicalLocation(span),
      message: { text: printable(message) },
    })),
    // GitHub goes by primaryLocationLineHash alone. Its upload adds that from the line's text, which moves with the line, and warns of
    // every result that brings another.
    partialFingerprints: { 'espalier/v1': fingerprint },
    suppressions: suppression === undefined ? [] : [suppressionOf(suppression)],
  }
}

// Links make GitHub show the other ends, which it leaves out else.
function linkedMessage(finding: ReportedFinding): string {
  const links = finding.related
    .slice(0, mostLinks)
    .map((other, index) => `[${escaped(plain(other.message))}](${index + 1})`)
  return [plain(messageOf(finding)), ...links.map(link => `See: ${link}`)].join('\n')
}

function escaped(label: string): string {
  return label.replaceAll(/[[\]\\]/g, '\\$&')
}

// No text of a manifest becomes a link.
function plain(text: string): string {
  return printable(text).replaceAll('](', '] (')
}

function suppressionOf({ writtenIn, reason, until }: Suppression): object {
  return {
    kind: writtenIn === 'comment' ? 'inSource' : 'external',
    status: 'accepted',
    justification: printable(reason),
    ...(until && { properties: { until } }),
  }
}
