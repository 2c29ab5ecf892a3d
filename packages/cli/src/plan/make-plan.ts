import { compareFindings } from '@espalier/linter'
import { policies as ownPolicies } from '@espalier/model'
import { diskFiles } from '../files/disk-files.ts'
import type { TopologyFile } from '../files/find-topologies.ts'
import type { Result } from '../files/result.ts'
import { revisionFiles } from '../files/revision-files.ts'
import { type BaseRevision, baseRevision } from '../git/base-revision.ts'
import type { Io } from '../io.ts'
import { userPolicies } from '../lint/user-policies.ts'
import { printFindings } from '../print-findings.ts'
import { lintSides, type NamedSide } from './lint-sides.ts'
import type { PlanReport } from './plan-report.ts'
import { renderSide } from './plan-side.ts'
import { planTopology, type TopologyPlan } from './plan-topology.ts'

interface Wanted {
  readonly files: readonly [TopologyFile, ...TopologyFile[]]
  readonly base: string | undefined
  readonly runExtensions: boolean
}

/** Both sides of every topology, rendered, compared and linted; what keeps the working tree's from being rendered is printed. */
export async function makePlan(
  { files, base: asked, runExtensions }: Wanted,
  io: Io,
): Promise<Result<PlanReport>> {
  const [{ root }] = files
  const elsewhere = files.find(file => file.root !== root)
  if (elsewhere !== undefined)
    return { error: `${elsewhere.file} is in another repository; plan them one by one` }
  const base = await baseRevision(root, asked, io.env)
  if (base.error !== undefined) return base
  const then = await revisionFiles(root, base.value.commit, io.env)
  if (then.error !== undefined) return then

  const after: NamedSide[] = []
  const plans: TopologyPlan[] = []
  for (const file of files) {
    const now = await renderSide(file, runExtensions)
    if (now.error !== undefined) return now
    const { model, tree, findings } = now.value
    if (model === undefined || tree === undefined) {
      printFindings(findings, io)
      return { error: `${file.file} cannot be rendered` }
    }
    const options = { base: base.value, files: then.value, io, runExtensions }
    const plan = await planTopology(file, { ...now.value, model, tree }, options)
    if (plan.error !== undefined) return plan
    plans.push(plan.value)
    after.push({ file, side: { ...now.value, findings: [...findings, ...plan.value.findings] } })
  }
  // The rules of today, for both sides: what a new rule finds in what was there is nothing new.
  const topologies = after.flatMap(({ file, side: { model } }) => (model ? [{ model, file }] : []))
  const user = await userPolicies({ cwd: io.cwd, given: [], topologies }, diskFiles)
  if (user.error !== undefined) return user
  if (user.value.findings.length > 0) {
    printFindings(user.value.findings, io)
    return { error: 'a policy cannot be used' }
  }
  const policies = [...ownPolicies, ...user.value.policies]
  const before = plans.flatMap(plan => plan.before ?? [])
  const old = await lintSides(before, then.value, policies, io)
  if (old.error !== undefined) return old
  const now = await lintSides(after, diskFiles, policies, io)
  if (now.error !== undefined) return now
  return { value: reportOf(base.value, plans, compareFindings(old.value, now.value)) }
}

function reportOf(
  base: BaseRevision,
  plans: readonly TopologyPlan[],
  findings: PlanReport['findings'],
): PlanReport {
  return {
    base,
    topologies: plans.map(({ planned }) => planned),
    findings,
    notes: plans.flatMap(({ notes }) => notes),
  }
}
