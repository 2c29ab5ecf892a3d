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
import { targetOf } from '../tree/target.ts'
import type { NamedSide } from './lint-sides.ts'
import type { PlannedTopology } from './plan-report.ts'
import { renderSide, type Side } from './plan-side.ts'
import { renderedBefore } from './rendered-before.ts'

export interface TopologyPlan {
  readonly planned: PlannedTopology
  /** The topology as it was; absent where there was none. */
  readonly before?: NamedSide
  /** The topology as it is, with what must not happen in one step among its findings. */
  readonly after: NamedSide
  readonly notes: readonly string[]
}

type Rendered = Side & Required<Pick<Side, 'model' | 'tree'>>

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
        ...someOf(movedRoots(gone, tree, targetOf(model, file.root, [], io.cwd))),
      ],
    },
  }
}

/** A folder may have moved in every one of a thousand clusters. */
function someOf(moved: readonly string[]): readonly string[] {
  const others = moved.length - 3
  return others > 1 ? [...moved.slice(0, 3), `the same holds for ${others} other folders`] : moved
}

// A finding has one name on both sides only where its file has.
function named(side: Side, file: string): Side {
  const findings = side.findings.map(one => ({
    ...one,
    at: { ...one.at, source: { ...one.at.source, file } },
  }))
  return { ...side, findings }
}

interface Compared {
  readonly file: TopologyFile
  readonly former: TopologyFile | undefined
  readonly old: Side | undefined
  readonly now: Rendered
  readonly base: BaseRevision
}

function notesOn({ file, former, old, now, base: { ref } }: Compared): readonly string[] {
  const { name } = now.model
  const notes: string[] = []
  if (former === undefined || old === undefined)
    notes.push(`${ref} has no ${file.name}: everything of topology ${name} is new`)
  else if (former.name !== file.name) notes.push(`${file.name} was ${former.name} in ${ref}`)
  if (old !== undefined && old.model === undefined) {
    const [first] = old.findings
    notes.push(
      `${file.name} of ${ref} cannot be rendered${first === undefined ? '' : ` (${first.message})`}: compared with the tree that was committed there; what that change fixes is not told apart, and no order of rollout is known`,
    )
  }
  if (old?.model !== undefined && old.model.name !== name)
    notes.push(
      `topology ${name} was named ${old.model.name} in ${ref}: the labels of every object change, and objects named after it are replaced`,
    )
  if (old?.model !== undefined && old.model.gitops.engine !== now.model.gitops.engine)
    notes.push(
      `topology ${name} goes from ${old.model.gitops.engine} to ${now.model.gitops.engine}: what the former applied stays until somebody removes it`,
    )
  if (now.incomplete || old?.incomplete === true)
    notes.push(`extensions of topology ${name} did not run: what they add or change is left out of this plan`)
  return notes
}
