import { type Fleet, lint as lintFleets, type Report } from '@espalier/linter'
import { acrossTopologies, judge, policies, type Severity, severities } from '@espalier/model'
import type { Command, ExitCode } from '../command.ts'
import { readFleets } from '../files/fleet-files.ts'
import { readTerritories } from '../files/territories.ts'
import type { Io } from '../io.ts'
import { usage } from '../lint-options.ts'
import { type LintRequest, readLintRequest } from '../lint-request.ts'
import { isReached } from '../threshold.ts'
import { usageError } from '../usage-error.ts'
import { writeOutputs } from '../write-outputs.ts'

export const lint: Command = {
  name: 'lint',
  summary: 'find manifests that are in the wrong cluster, or refer to what is not there',
  usage,
  async run(args, io) {
    const request = await readLintRequest(args, io.cwd)
    return request.error === undefined
      ? lintRequested(request.value, io)
      : usageError('lint', request.error, io)
  },
}

async function lintRequested(request: LintRequest, io: Io): Promise<ExitCode> {
  const { paths, named, roles, outputs, failOn, strict, showUnresolved } = request
  const topologies = await readTerritories(io.cwd, request.topologies)
  if (topologies.error !== undefined) return fail(topologies.error, io)
  const { territories, findings, remarks, usable } = topologies.value
  if (!usable) {
    const failure = 'the topology cannot be used'
    const report = lintFleets([], { also: findings })
    return fail(writeOutputs(report, outputs, { failOn, failure }, io) ?? failure, io)
  }
  if (territories.length + paths.length + named.length === 0) return usageError('lint', nothing, io)
  for (const remark of remarks) io.err(`espalier lint: ${remark}\n`)
  const read = await readFleets({ cwd: io.cwd, paths, territories, named, roles, env: io.env })
  if (read.error !== undefined) return fail(read.error, io)
  const { fleets } = read.value
  for (const remark of read.value.remarks) io.err(`espalier lint: ${remark}\n`)
  const trees = territories.map(({ shown }) => shown)
  if (fleets.every(isEmpty)) return fail(emptyIn(paths, trees), io)
  const across = judge(acrossTopologies(territories.map(({ model }) => model)), policies)
  const report = lintFleets(fleets, {
    strict,
    showUnresolved,
    today: io.today,
    partial: paths.length > 0 && territories.length > 0,
    also: [...findings, ...across],
  })
  const error = writeOutputs(report, outputs, { failOn }, io)
  return error === undefined ? exitCode(report, failOn) : fail(error, io)
}

const nothing = 'there is no topology.yaml here or above; name a PATH, or files by --cluster NAME=GLOB'

function fail(message: string, io: Io): ExitCode {
  io.err(`espalier lint: ${message}\n`)
  return 2
}

function isEmpty({ entries, patches, faults, strays }: Fleet): boolean {
  return entries.length + patches.length + faults.length + strays.length === 0
}

function emptyIn(paths: readonly string[], trees: readonly string[]): string {
  const looked = paths.length > 0 ? paths : trees
  const hint = paths.length > 0 ? '' : '; espalier render writes the tree'
  return `no manifest found in ${looked.join(', ') || 'the files of --cluster'}${hint}`
}

function exitCode({ summary }: Report, failOn: Severity): ExitCode {
  return severities.some(severity => summary[severity] > 0 && isReached(severity, failOn)) ? 1 : 0
}
