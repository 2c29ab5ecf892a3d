import type { PlanSide } from '@espalier/generator'
import { type Finding, judge, type Model, type Problem, policies } from '@espalier/model'
import type { FileSystem } from '../files/file-system.ts'
import type { TopologyFile } from '../files/find-topologies.ts'
import { loadExtensions } from '../files/load-extensions.ts'
import { loadTopology } from '../files/load-topology.ts'
import type { Result } from '../files/result.ts'

/** A topology of one side with what it renders to, or why it does not. */
export interface Side extends Partial<PlanSide> {
  readonly findings: readonly Finding[]
  /** It has extensions, and they did not run. */
  readonly incomplete: boolean
  readonly model?: Model
}

/** Renders a topology from wherever its files are; its extensions are those of the working tree, for both sides. */
export async function renderSide(
  file: TopologyFile,
  runExtensions: boolean,
  files?: FileSystem,
): Promise<Result<Side>> {
  const { value: loaded, error } = await loadTopology(file, files)
  if (error !== undefined) return { error }
  const { model, partial, findings } = loaded
  const { refuse, render } = await import('@espalier/generator')
  const failed = (problems: readonly Problem[]): Result<Side> => ({
    value: { findings: [...findings, ...judge(problems, policies)], incomplete: false },
  })
  if (model === undefined) return failed(partial === undefined ? [] : refuse(partial))
  const extensions = runExtensions
    ? await loadExtensions(model, file)
    : { value: 'none' as const, problems: [] }
  if (extensions.problems.length > 0) return failed(extensions.problems)
  const { tree, problems } = render(model, extensions.value === 'none' ? undefined : extensions.value)
  if (problems.length > 0) return failed(problems)
  return { value: { model, tree, findings, incomplete: !runExtensions && model.extensions.length > 0 } }
}
