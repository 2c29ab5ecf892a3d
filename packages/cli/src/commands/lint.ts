import { type Fleet, lint as lintFleets, type Report, writeFindings } from '@espalier/linter'
import { acrossTopologies, type Finding, judge, policies, type Severity, severities } from '@espalier/model'
import { readArguments } from '../arguments.ts'
import type { Command, ExitCode } from '../command.ts'
import { readFleets } from '../files/fleet-files.ts'
import { namedClusters } from '../files/named-clusters.ts'
import { readTerritories } from '../files/territories.ts'
import type { Io } from '../io.ts'
import { usageError } from '../usage-error.ts'
import { readOutputs, writeOutputs } from '../write-outputs.ts'

const usage = `Usage: espalier lint [options] [PATH...]

Finds what is in the wrong cluster, or refers to what is not there. A PATH is a
file or a folder. Without PATH: the rendered trees, and the files that
lint.clusters in topology.yaml lists.

  --topology FILE      the topology; repeatable
                       (default: topology.yaml here or in a parent folder)
  --cluster NAME=GLOB  these files belong to this cluster; repeatable
  --role NAME=ROLE     role of such a cluster: config, workload or none
                       (workload, once a role is given)
  --format NAME        text, json, or github for annotations in a workflow
                       (default: text)
  --output NAME=FILE   the report in this format to a file as well; repeatable
  --fail-on SEVERITY   exit 1 from this severity on: error, warning or info
                       (default: error)
  --show-unresolved    list references that the manifests at hand neither prove
                       nor refute
  --strict             make them warnings
`

const options = {
  topology: { type: 'string', multiple: true },
  cluster: { type: 'string', multiple: true },
  role: { type: 'string', multiple: true },
  format: { type: 'string', default: 'text' },
  output: { type: 'string', multiple: true },
  'fail-on': { type: 'string', default: 'error' },
  'show-unresolved': { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
} as const

export const lint: Command = {
  name: 'lint',
  summary: 'find manifests that are in the wrong cluster, or refer to what is not there',
  usage,
  async run(args, io) {
    const { values, positionals: paths, error } = readArguments(args, options, Number.POSITIVE_INFINITY)
    if (error !== undefined) return usageError('lint', error, io)
    const threshold = severities.find(severity => severity === values['fail-on'])
    if (threshold === undefined) return usageError('lint', `--fail-on takes ${severities.join(', ')}`, io)
    const outputs = readOutputs(values.format, values.output)
    if (outputs.error !== undefined) return usageError('lint', outputs.error, io)
    const named = await namedClusters(io.cwd, values.cluster, values.role)
    if (named.error !== undefined) return usageError('lint', named.error, io)

    const topologies = await readTerritories(io.cwd, values.topology)
    if (topologies.error !== undefined) return fail(topologies.error, io)
    const { territories, findings, usable } = topologies.value
    if (!usable) return unusable(findings, io)
    if (territories.length + paths.length + named.value.length === 0) return usageError('lint', nothing, io)

    const fleets = readFleets({ cwd: io.cwd, paths, territories, named: named.value })
    if (fleets.error !== undefined) return fail(fleets.error, io)
    if (fleets.value.every(isEmpty))
      return fail(
        emptyIn(
          paths,
          territories.map(({ shown }) => shown),
        ),
        io,
      )
    const { strict, 'show-unresolved': showUnresolved } = values
    const across = judge(acrossTopologies(territories.map(({ model }) => model)), policies)
    const report = lintFleets(fleets.value, {
      strict,
      showUnresolved,
      today: io.today,
      partial: paths.length > 0 && territories.length > 0,
      also: [...findings, ...across],
    })
    const unwritten = writeOutputs(report, outputs.value, io)
    return unwritten === undefined ? exitCode(report, threshold) : fail(unwritten, io)
  },
}

const nothing = 'there is no topology.yaml here or above; name a PATH, or files by --cluster NAME=GLOB'

function fail(message: string, io: Io): ExitCode {
  io.err(`espalier lint: ${message}\n`)
  return 2
}

function unusable(findings: readonly Finding[], io: Io): ExitCode {
  io.err(writeFindings(findings, { style: io.style, width: io.width, frames: io.terminal }))
  return fail('the topology cannot be used', io)
}

function isEmpty({ entries, patches, faults, strays }: Fleet): boolean {
  return entries.length + patches.length + faults.length + strays.length === 0
}

function emptyIn(paths: readonly string[], trees: readonly string[]): string {
  const looked = paths.length > 0 ? paths : trees
  const hint = paths.length > 0 ? '' : '; espalier render writes the tree'
  return `no manifest found in ${looked.join(', ') || 'the files of --cluster'}${hint}`
}

function exitCode({ summary }: Report, threshold: Severity): ExitCode {
  const counting = severities.slice(0, severities.indexOf(threshold) + 1)
  return counting.some(severity => summary[severity] > 0) ? 1 : 0
}
