import {
  type Finding,
  type ObjectName,
  policies as ownPolicies,
  type Policy,
  placeKey,
  type Severity,
  settle,
} from '@espalier/model'
import type { Check, Found, Missing } from './check.ts'
import { withoutDisplaced } from './displaced.ts'
import { text } from './fleet/fields.ts'
import { isOpenAt } from './fleet/filled-in-later.ts'
import type { Entry, Fleet } from './fleet/fleet.ts'
import { renderedKinds } from './fleet/kinds.ts'
import { checks as ownChecks } from './registry.ts'
import { countSeverities, isSuppressed, type Report, reportFindings } from './report.ts'
import { severityIn } from './severity-in.ts'
import { remarksOf } from './suppress/remarks-of.ts'
import { type Claim, suppress } from './suppress/suppress.ts'
import { withoutEchoes } from './without-echoes.ts'

export interface LintOptions {
  readonly policies?: readonly Policy[]
  readonly checks?: readonly Check[]
  /** References that cannot be resolved become warnings. */
  readonly strict?: boolean
  /** References that cannot be resolved are listed, as infos. */
  readonly showUnresolved?: boolean
  /** `2026-11-21`; without it no suppression expires. */
  readonly today?: string
  /** The user named the files to read, and there may be more: a suppression that covers nothing may yet be of use. */
  readonly partial?: boolean
  /** Where file names begin, from the root of the repository; a finding is named the same wherever the linter was started. */
  readonly folder?: string
  /** Told of each step as it is done; whoever has a clock can say what it takes. */
  readonly step?: Step
  /** Findings of others that belong in the same report, such as those of a topology file. */
  readonly also?: readonly Finding[]
}

/** Does a step that has a name. */
export type Step = <T>(name: string, work: () => T) => T

const done: Step = (_, work) => work()

/** Holds every fleet against every policy. Fleets do not see each other; the profile and severities of each are its own topology's. */
export function lint(fleets: readonly Fleet[], options: LintOptions = {}): Report {
  const {
    policies = ownPolicies,
    checks = ownChecks,
    also = [],
    today,
    partial = false,
    folder,
    step = done,
  } = options
  const byName = new Map(checks.map(check => [check.name, check]))
  const rules = new Map(policies.map(({ id, check }) => [id, byName.has(check)]))
  const judged = fleets.flatMap(fleet =>
    policies.flatMap(policy =>
      step(policy.id, () => apply(policy, byName.get(policy.check), fleet, options)),
    ),
  )
  const claims = withoutEchoes(withoutDisplaced(judged, policies), policies)
  const { open, quiet, problems } = suppress(claims, { fleets, rules, partial, ...(today && { today }) })
  const isShown = ({ isDoubt }: Judged) => !isDoubt || options.strict || options.showUnresolved
  const all = reportFindings(
    [
      ...also,
      ...remarksOf(problems, policies),
      ...open.filter(isShown).map(({ finding }) => finding),
      ...quiet
        .filter(({ claim }) => isShown(claim))
        .map(({ claim, suppression }) => ({ ...claim.finding, suppression })),
    ],
    folder,
  )
  const findings = all.filter(finding => !isSuppressed(finding))
  const suppressed = all.filter(isSuppressed)
  const unresolved = open.filter(({ isDoubt }) => isDoubt).length
  return {
    version: 1,
    findings,
    suppressed,
    summary: {
      ...countSeverities(findings),
      suppressed: suppressed.length,
      baselined: 0,
      unresolved,
      ...countManifests(fleets),
    },
  }
}

interface Judged extends Claim {
  /** What it takes for absent may be in manifests that were not read. */
  readonly isDoubt: boolean
}

// Some policies name no check of ours: what they judge, such as a topology, is read elsewhere.
function apply(
  policy: Policy,
  check: Check | undefined,
  fleet: Fleet,
  options: LintOptions,
): readonly Judged[] {
  const severity = severityIn(fleet, policy)
  if (check === undefined || severity === 'ignore') return []
  const judged: Judged[] = []
  for (const found of check.find(fleet, policy.params ?? {})) {
    const verdict = judge(policy, found)
    if (verdict === 'known' || isOpen(check, found)) continue
    const isDoubt = verdict === 'unresolved'
    const finding = isDoubt ? doubtOf(found, policy, options) : findingOf(found, policy, severity)
    judged.push({ fleet, finding, isDoubt })
  }
  return judged
}

function isOpen({ readsVariables }: Check, { entry, at }: Found): boolean {
  return entry !== undefined && !readsVariables && isOpenAt(entry, at)
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
  const ends = related.map(one => ({ ...one, at: settle(one.at) }))
  return { rule: id, severity, message, at: settle(at), related: ends, remedy, ...about }
}

function doubtOf(found: Found, policy: Policy, { strict }: LintOptions): Finding {
  const unread = (found.missing?.among ?? []).map(cluster => cluster?.name ?? 'an unknown cluster')
  const message = `${found.message}, as far as was read: not all manifests of ${unread.join(', ')} are known`
  return findingOf({ ...found, message }, policy, strict ? 'warning' : 'info')
}

function nameOf({ object }: Entry): ObjectName {
  const namespace = text(object.metadata.namespace)
  const { apiVersion, kind } = object
  return { apiVersion, kind, ...(namespace && { namespace }), name: object.metadata.name }
}

/** A file, a manifest and a name that several clusters or topologies share count once. */
function countManifests(fleets: readonly Fleet[]): { manifests: number; files: number; clusters: number } {
  const entries = fleets.flatMap(fleet => [...fleet.entries, ...fleet.patches])
  const manifests = entries.map(({ place }) => placeKey(place))
  return {
    manifests: new Set(manifests).size,
    files: new Set(fleets.flatMap(fleet => fleet.files.map(({ file }) => file))).size,
    clusters: new Set(entries.flatMap(entry => entry.cluster?.name ?? [])).size,
  }
}
