import {
  type Finding,
  type ObjectName,
  policies as ownPolicies,
  type Policy,
  type Severity,
} from '@espalier/model'
import type { Check, Found, Missing } from './check.ts'
import { text } from './fleet/fields.ts'
import type { Entry, Fleet } from './fleet/fleet.ts'
import { renderedKinds } from './fleet/kinds.ts'
import { checks as ownChecks } from './registry.ts'
import { countSeverities, type Report, reportFindings } from './report.ts'

export interface LintOptions {
  readonly policies?: readonly Policy[]
  readonly checks?: readonly Check[]
  /** References that cannot be resolved become warnings. */
  readonly strict?: boolean
  /** References that cannot be resolved are listed, as infos. */
  readonly showUnresolved?: boolean
  /** Findings of others that belong in the same report, such as those of a topology file. */
  readonly also?: readonly Finding[]
}

/** Holds every fleet against every policy. Fleets do not see each other; the profile and severities of each are its own topology's. */
export function lint(fleets: readonly Fleet[], options: LintOptions = {}): Report {
  const { policies = ownPolicies, checks = ownChecks, also = [] } = options
  const byName = new Map(checks.map(check => [check.name, check]))
  const results = fleets.flatMap(fleet =>
    policies.map(policy => apply(policy, byName.get(policy.check), fleet, options)),
  )
  const findings = reportFindings([...also, ...results.flatMap(result => result.findings)])
  const unresolved = results.reduce((sum, result) => sum + result.unresolved, 0)
  return {
    version: 1,
    findings,
    summary: { ...countSeverities(findings), unresolved, ...countManifests(fleets) },
  }
}

interface Result {
  readonly findings: readonly Finding[]
  readonly unresolved: number
}

// Some policies name no check of ours: what they judge, such as a topology, is read elsewhere.
function apply(policy: Policy, check: Check | undefined, fleet: Fleet, options: LintOptions): Result {
  const severity = severityIn(fleet, policy)
  if (check === undefined || severity === 'ignore') return { findings: [], unresolved: 0 }
  const findings: Finding[] = []
  let unresolved = 0
  for (const found of check.find(fleet, policy.params ?? {})) {
    const verdict = judge(policy, found)
    if (verdict === 'wrong') findings.push(findingOf(found, policy, severity))
    if (verdict !== 'unresolved') continue
    unresolved += 1
    findings.push(...doubtsOf(found, policy, options))
  }
  return { findings, unresolved }
}

function severityIn({ model }: Fleet, { id, profiles, severity }: Policy): Severity | 'ignore' {
  if (profiles !== undefined && !profiles.includes(model?.lint.profile ?? 'recommended')) return 'ignore'
  return model?.lint.rules?.[id] ?? severity
}

// The open world: what is there can be judged anywhere, what is not there only by someone who has seen everything.
function judge({ id, claims }: Policy, { missing }: Found): 'wrong' | 'unresolved' | 'known' {
  if (claims === 'presence') return 'wrong'
  if (missing === undefined) throw new Error(`${id} claims absence, but its check does not say of what`)
  if (isComplete(missing)) return 'wrong'
  return missing.declared ? 'known' : 'unresolved'
}

function isComplete({ among, kinds }: Missing): boolean {
  return among.every(cluster => {
    if (cluster === undefined) return false
    return cluster.complete || (cluster.rendered && kinds.every(kind => renderedKinds.has(kind)))
  })
}

function findingOf(
  { at, message, entry, related = [] }: Found,
  { id, remedy }: Policy,
  severity: Severity,
): Finding {
  const about = entry && { ...(entry.cluster && { cluster: entry.cluster.name }), object: nameOf(entry) }
  return { rule: id, severity, message, at, related, remedy, ...about }
}

function doubtsOf(found: Found, policy: Policy, { strict, showUnresolved }: LintOptions): readonly Finding[] {
  if (!strict && !showUnresolved) return []
  const unread = (found.missing?.among ?? []).map(cluster => cluster?.name ?? 'an unknown cluster')
  const message = `${found.message}, as far as was read: not all manifests of ${unread.join(', ')} are known`
  return [findingOf({ ...found, message }, policy, strict ? 'warning' : 'info')]
}

function nameOf({ object }: Entry): ObjectName {
  const namespace = text(object.metadata.namespace)
  const { apiVersion, kind } = object
  return { apiVersion, kind, ...(namespace && { namespace }), name: object.metadata.name }
}

function countManifests(fleets: readonly Fleet[]): { manifests: number; files: number; clusters: number } {
  const entries = fleets.flatMap(fleet => [...fleet.entries, ...fleet.patches])
  return {
    manifests: entries.length,
    files: new Set(fleets.flatMap(fleet => fleet.files)).size,
    clusters: new Set(entries.flatMap(entry => entry.cluster ?? [])).size,
  }
}
