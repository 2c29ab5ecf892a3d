import { planChanges } from '@espalier/generator'
import { judge, policies } from '@espalier/model'
import type { FileSystem } from '../files/file-system.ts'
import type { TopologyFile } from '../files/find-topologies.ts'
import type { Result } from '../files/result.ts'
import type { BaseRevision } from '../git/base-revision.ts'
import { formerFile } from '../git/former-file.ts'
import type { Io } from '../io.ts'
import { printFindings } from '../print-findings.ts'
import { movedRoots } from '../tree/moved-roots.ts'
import { obstacles } from '../tree/obstacles.ts'
import { targetOf } from '../tree/target.ts'
import type { NamedSide } from './lint-sides.ts'
import { notesOn } from './notes.ts'
import type { PlannedTopology } from './plan-report.ts'
import { renderSide, type Side } from './plan-side.ts'
import { renderedBefore } from './rendered-before.ts'
import { someNotes } from './some-notes.ts'

export interface TopologyPlan {
  readonly planned: PlannedTopology
  /** The topology as it was; absent where there was none. */
  readonly before?: NamedSide
  /** The topology as it is, with what must not happen in one step among its findings. */
  readonly after: NamedSide
  readonly notes: readonly string[]
}

export interface PlanContext {
  readonly base: BaseRevision
  /** The files of the base revision. */
  readonly files: FileSystem
  readonly io: Io
  readonly runExtensions: boolean
}

/** Renders a topology as it is and as it was, and holds one against the other; what keeps it from being rendered now is printed. */
export async function planTopology(file: TopologyFile, context: PlanContext): Promise<Result<TopologyPlan>> {
  const { base, files, io, runExtensions } = context
  const rendered = await renderSide(file, runExtensions)
  if (rendered.error !== undefined) return rendered
  const { model, tree, findings } = rendered.value
  if (model === undefined || tree === undefined) {
    printFindings(findings, io)
    return { error: `${file.file} cannot be rendered` }
  }
  const now = { ...rendered.value, model, tree }
  const former = await formerFile(file, base, files, io.env)
  const side = former && (await renderSide(former, runExtensions, files))
  if (side?.error !== undefined) return side
  const old = side?.value
  const then = old && (old.tree ?? (await renderedBefore([model], file.root, files, new Map())))
  const target = targetOf(model, file.root, [], io.cwd)
  const inTheWay = obstacles([...tree.keys()], target)
  if (inTheWay.error !== undefined) return inTheWay
  const blocked = inTheWay.value.map(
    ({ path, why }) => `${target.show(path)} is in the way of espalier render: ${why}`,
  )
  const plan = planChanges({ tree: then ?? new Map(), ...(old?.model && { model: old.model }) }, now)
  const gone = [...(then ?? [])].filter(([path]) => !tree.has(path)).map(([path, text]) => ({ path, text }))
  return {
    value: {
      planned: { topology: model.name, ...plan },
      ...(former && old && { before: { file: former, side: named(old, file.file) } }),
      after: {
        file,
        former: old?.model === undefined ? [] : [old.model],
        side: { ...now, findings: [...findings, ...judge(plan.problems, policies)] },
      },
      notes: [
        ...notesOn({ file, former, old, now, base }),
        ...someNotes(movedRoots(gone, tree, target), 'folder'),
        ...someNotes(blocked, 'path'),
      ],
    },
  }
}

// A finding has one name on both sides only where its file has.
function named(side: Side, file: string): Side {
  const findings = side.findings.map(one => ({
    ...one,
    at: { ...one.at, source: { ...one.at.source, file } },
  }))
  return { ...side, findings }
}
