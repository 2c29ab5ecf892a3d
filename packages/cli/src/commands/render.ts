import { acrossTopologies, judge, policies } from '@espalier/model'
import { readArguments } from '../arguments.ts'
import type { Command, ExitCode } from '../command.ts'
import { findTopologies } from '../files/find-topologies.ts'
import { type LoadedTopology, loadTopology } from '../files/load-topology.ts'
import type { Io } from '../io.ts'
import { printFindings } from '../print-findings.ts'
import { options, type RenderOptions, usage } from '../render-options.ts'
import { renderTopology } from '../render-topology.ts'
import { talk } from '../talk.ts'
import { checkTree } from '../tree/check-tree.ts'
import { unlistedRoots } from '../tree/flux-roots.ts'
import { saveTree } from '../tree/save-tree.ts'
import { targetOf } from '../tree/target.ts'
import { unknownCluster } from '../unknown-cluster.ts'
import { usageError } from '../usage-error.ts'

export const render: Command = {
  name: 'render',
  summary: 'write the manifests of every cluster, or --check that they are up to date',
  usage,
  async run(args, io) {
    const { values, error } = readArguments(args, options)
    if (error !== undefined) return usageError('render', error, io)
    const files = findTopologies(io.cwd, values.topology)
    if (files.error !== undefined) return usageError('render', files.error, io)
    const loaded = await Promise.all(files.value.map(file => loadTopology(file)))
    const models = loaded.flatMap(({ value }) => value?.model ?? [])
    const asked = { ...values, cluster: values.cluster ?? [] }
    const unknown = unknownCluster(asked.cluster, models)
    if (unknown !== undefined) return usageError('render', unknown, io)
    const across = judge(acrossTopologies(models), policies)
    printFindings(across, io)
    if (across.some(({ severity }) => severity === 'error')) return 2
    let worst: ExitCode = 0
    for (const { value, error } of loaded) {
      if (error !== undefined) talk('render', error, io)
      const code = value === undefined ? 2 : await renderOne(value, asked, io)
      if (code > worst) worst = code
    }
    return worst
  },
}

async function renderOne(loaded: LoadedTopology, asked: RenderOptions, io: Io): Promise<ExitCode> {
  const { file, model } = loaded
  const here = asked.cluster.filter(name => model?.clusters.some(cluster => cluster.name === name))
  if (asked.cluster.length > 0 && here.length === 0 && model !== undefined) return 0
  const without = asked.check ? 'leave out' : 'refuse'
  const extending = asked['no-extensions'] ? without : 'run'
  const { tree, findings, error } = await renderTopology(loaded, extending)
  printFindings(findings, io)
  if (error !== undefined) talk('render', error, io)
  if (tree === undefined || model === undefined) return 2
  const target = targetOf(model, file.root, here, io.cwd)
  for (const root of unlistedRoots(model, file.root)) {
    io.err(
      `${target.show(root)}: lists what Flux applies, but not what was rendered: add "- espalier" to its resources\n`,
    )
  }
  const incomplete = extending !== 'run' && model.extensions.length > 0
  return asked.check
    ? checkTree(tree, target, { incomplete, staged: asked.staged }, io)
    : saveTree(tree, target, asked, io)
}
