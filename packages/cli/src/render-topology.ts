import { type FileTree, judge, policies } from '@espalier/model'
import { loadExtensions } from './files/load-extensions.ts'
import type { LoadedTopology } from './files/load-topology.ts'
import type { Findings } from './print-findings.ts'

/** Whether extensions run; without them a tree is what Espalier alone would render. */
export type Extending = 'run' | 'refuse' | 'leave out'

/** The tree of a topology, or all that stands against it: what is wrong in itself and what its systems cannot express. */
export async function renderTopology(
  { file, model, partial, findings }: LoadedTopology,
  extending: Extending,
): Promise<{ readonly tree?: FileTree; readonly findings: Findings; readonly error?: string }> {
  // Loaded here, because cdk8s takes longer to load than most topologies to render.
  const { refuse, render } = await import('@espalier/generator')
  if (model === undefined) {
    return { findings: [...findings, ...judge(partial === undefined ? [] : refuse(partial), policies)] }
  }
  if (model.extensions.length > 0 && extending === 'refuse') {
    return { findings, error: 'the topology has extensions, and --no-extensions refuses to run them' }
  }
  const extensions =
    extending === 'run' ? await loadExtensions(model, file) : ({ value: 'none', problems: [] } as const)
  if (extensions.problems.length > 0)
    return { findings: [...findings, ...judge(extensions.problems, policies)] }
  const { tree, problems } = render(model, extensions.value === 'none' ? undefined : extensions.value)
  if (problems.length > 0) return { findings: [...findings, ...judge(problems, policies)] }
  return { tree, findings }
}
