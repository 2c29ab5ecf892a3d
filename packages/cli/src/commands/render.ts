import { writeFindings } from '@espalier/linter'
import { acrossTopologies, judge, policies } from '@espalier/model'
import { readArguments } from '../arguments.ts'
import type { Command, ExitCode } from '../command.ts'
import { findTopologies } from '../files/find-topologies.ts'
import { loadExtensions } from '../files/load-extensions.ts'
import { type LoadedTopology, loadTopology } from '../files/load-topology.ts'
import type { Io } from '../io.ts'
import { checkTree } from '../tree/check-tree.ts'
import { saveTree } from '../tree/save-tree.ts'
import { targetOf } from '../tree/target.ts'
import { unknownCluster } from '../unknown-cluster.ts'
import { usageError } from '../usage-error.ts'

const usage = `Usage: espalier render [options]

Writes what each cluster must hold for Argo CD or Flux, as the topology says.
Only files that Espalier rendered are replaced or removed; where that would lose
a hand edit that Git does not have, nothing is written.

  --topology FILE  the topology; repeatable
                   (default: topology.yaml here or in a parent folder)
  --check          write nothing; list what is missing, changed, stale or
                   foreign, and exit 1 if anything is
  --cluster NAME   only the files of this cluster; repeatable
  --force          overwrite hand edits
  --no-extensions  stop where the topology has extensions, instead of running them
`

const options = {
  topology: { type: 'string', multiple: true },
  check: { type: 'boolean', default: false },
  cluster: { type: 'string', multiple: true },
  force: { type: 'boolean', default: false },
  'no-extensions': { type: 'boolean', default: false },
} as const

interface Asked {
  readonly check: boolean
  readonly cluster: readonly string[]
  readonly force: boolean
  readonly 'no-extensions': boolean
}

export const render: Command = {
  name: 'render',
  summary: 'write the manifests of every cluster, or --check that they are up to date',
  usage,
  async run(args, io) {
    const { values, error } = readArguments(args, options)
    if (error !== undefined) return usageError('render', error, io)
    const files = findTopologies(io.cwd, values.topology)
    if (files.error !== undefined) return usageError('render', files.error, io)
    const loaded = files.value.map(loadTopology)
    const models = loaded.flatMap(({ value }) => value?.model ?? [])
    const asked = { ...values, cluster: values.cluster ?? [] }
    const unknown = unknownCluster(asked.cluster, models)
    if (unknown !== undefined) return usageError('render', unknown, io)
    const across = judge(acrossTopologies(models), policies)
    io.err(writeFindings(across, { frames: io.terminal, width: io.width, style: io.style }))
    if (across.length > 0) return 2
    let worst: ExitCode = 0
    for (const { value, error } of loaded) {
      if (error !== undefined) io.err(`espalier render: ${error}\n`)
      const code = value === undefined ? 2 : await renderOne(value, asked, io)
      if (code > worst) worst = code
    }
    return worst
  },
}

async function renderOne({ file, model, findings }: LoadedTopology, asked: Asked, io: Io): Promise<ExitCode> {
  const style = { frames: io.terminal, width: io.width, style: io.style }
  io.err(writeFindings(findings, style))
  if (model === undefined) return 2
  const here = asked.cluster.filter(name => model.clusters.some(cluster => cluster.name === name))
  if (asked.cluster.length > 0 && here.length === 0) return 0
  // Loaded here, because cdk8s takes longer to load than most topologies to render.
  const generator = await import('@espalier/generator')
  if (model.extensions.length > 0 && asked['no-extensions']) {
    io.err('espalier render: the topology has extensions, and --no-extensions refuses to run them\n')
    return 2
  }
  const loaded = await loadExtensions(model, file)
  const extensions = loaded.value === 'none' ? undefined : loaded.value
  const rendering =
    loaded.problems.length > 0
      ? { tree: new Map(), problems: loaded.problems }
      : generator.render(model, extensions)
  const { tree, problems } = rendering
  io.err(writeFindings(judge(problems, policies), style))
  if (problems.length > 0) return 2
  const target = targetOf(model, file.root, here, io.cwd)
  return asked.check ? checkTree(tree, target, io) : saveTree(tree, target, asked.force, io)
}
