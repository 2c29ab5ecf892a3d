import type { TopologyFile } from '../files/find-topologies.ts'
import type { Result } from '../files/result.ts'
import { revisionFiles } from '../files/revision-files.ts'
import { type BaseRevision, baseRevision } from '../git/base-revision.ts'
import type { Io } from '../io.ts'
import { planFindings } from './plan-findings.ts'
import type { PlanReport } from './plan-report.ts'
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

  const context = { base: base.value, files: then.value, io, runExtensions }
  const plans: TopologyPlan[] = []
  for (const file of files) {
    const plan = await planTopology(file, context)
    if (plan.error !== undefined) return plan
    plans.push(plan.value)
  }
  const before = { sides: plans.flatMap(plan => plan.before ?? []), files: then.value }
  const after = plans.map(plan => plan.after)
  const findings = await planFindings(before, after, io)
  return findings.error === undefined ? { value: reportOf(base.value, plans, findings.value) } : findings
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
