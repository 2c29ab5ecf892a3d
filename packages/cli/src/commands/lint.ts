import { type Fleet, lint as lintFleets, type Report, type Step } from '@espalier/linter'
import { policies as ownPolicies, type Severity, severities } from '@espalier/model'
import { readArguments } from '../arguments.ts'
import type { Command, ExitCode } from '../command.ts'
import { findTopologies, type TopologyFile } from '../files/find-topologies.ts'
import { folderOf } from '../files/folder-of.ts'
import { repositoryLinks } from '../files/repository-links.ts'
import { sparedFile } from '../files/spared-file.ts'
import type { Io } from '../io.ts'
import { countedIn } from '../lint/counted-in.ts'
import { type Gathered, gather } from '../lint/gather.ts'
import { options, usage } from '../lint/options.ts'
import { type LintRequest, readLintRequest } from '../lint/request.ts'
import { type Stats, statsOf } from '../lint/stats.ts'
import { testPolicies } from '../lint/test-policies.ts'
import { type Progress, progressOf } from '../progress.ts'
import { talk } from '../talk.ts'
import { isReached } from '../threshold.ts'
import { usageError } from '../usage-error.ts'
import { writeOutputs } from '../write-outputs.ts'

export const lint: Command = {
  name: 'lint',
  summary: 'find manifests that are in the wrong cluster, or refer to what is not there',
  usage,
  async run(args, io) {
    const given = readArguments(args, options, Number.POSITIVE_INFINITY)
    if (given.error !== undefined) return usageError('lint', given.error, io)
    if (given.values['test-policies']) return testPolicies(given, io)
    const request = await readLintRequest(given, io.cwd)
    return request.error === undefined
      ? lintRequested(request.value, io)
      : usageError('lint', request.error, io)
  },
}

async function lintRequested(request: LintRequest, io: Io): Promise<ExitCode> {
  const found = findTopologies(io.cwd, request.topologies)
  if (found.error !== undefined && request.topologies.length > 0) return fail(found.error, io)
  const topologies = found.value ?? []
  const { paths, named, outputs, writeBaseline } = request
  const written = [
    ...outputs.files.map(({ file }) => file),
    ...(writeBaseline === undefined ? [] : [writeBaseline]),
  ]
  const spared = sparedFile(written, topologies, io.cwd)
  if (spared !== undefined) return usageError('lint', `${spared} is a topology, and would be overwritten`, io)
  if (topologies.length + paths.length + named.length === 0) return usageError('lint', nothing, io)
  const stats = statsOf(io)
  const progress = progressOf(io)
  const about = { cwd: io.cwd, env: io.env, tick: progress.tick, step: stats.step }
  const { value: gathered, error } = await gather(request, topologies, about)
  progress.end()
  if (error !== undefined) return fail(error, io)
  const { failure } = gathered
  if (failure !== undefined) {
    const options = { failOn: request.failOn, failure: failure.message }
    const report = lintFleets([], { also: failure.findings })
    return fail(writeOutputs(report, request.outputs, options, io) ?? failure.message, io)
  }
  return judgeGathered(gathered, request, { topologies, stats, progress }, io)
}

interface Run {
  readonly topologies: readonly TopologyFile[]
  readonly stats: Stats
  readonly progress: Progress
}

async function judgeGathered(
  { side, policies: own }: Gathered,
  request: LintRequest,
  { topologies, stats, progress }: Run,
  io: Io,
): Promise<ExitCode> {
  const { territories, findings, remarks, fleets } = side
  const { paths, outputs, failOn, strict, showUnresolved } = request
  for (const remark of remarks) talk('lint', remark, io)
  const trees = territories.map(({ shown }) => shown)
  if (fleets.every(isEmpty)) return fail(emptyIn(paths, trees), io)
  const policies = [...ownPolicies, ...own]
  const around = paths.length > 0 ? paths : [io.cwd, ...territories.map(({ tree }) => tree)]
  const links = await repositoryLinks(around, io)
  for (const remark of links.remarks) talk('lint', remark, io)
  const linked = fleets.map(fleet => ({ ...fleet, links: links.found }))
  const partial = paths.length > 0 && territories.length > 0
  const options = { policies, strict, showUnresolved, today: io.today, partial, folder: folderOf(io.cwd) }
  const step: Step = (name, work) => {
    progress.tick(`judging: ${name}`)
    return stats.step(name, work)
  }
  const whole = lintFleets(linked, { ...options, also: findings, step })
  progress.end()
  const all = { request, topologies, options }
  const counted = await (request.since === undefined
    ? countedIn(whole, all, io)
    : stats.step('lint --since', () => countedIn(whole, all, io)))
  if (counted.error !== undefined) return fail(counted.error, io)
  const error = stats.step('write', () => writeOutputs(counted.value, outputs, { failOn, policies }, io))
  if (error !== undefined) return fail(error, io)
  if (request.stats) io.err(stats.write(whole))
  return request.writeBaseline === undefined ? exitCode(counted.value, failOn) : 0
}

const nothing = 'there is no topology.yaml here or above; name a PATH, or files by --cluster NAME=GLOB'

function fail(message: string, io: Io): ExitCode {
  talk('lint', message, io)
  return 2
}

function isEmpty({ entries, patches, faults, strays, builds, unread }: Fleet): boolean {
  return [entries, patches, faults, strays, builds, unread].every(({ length }) => length === 0)
}

function emptyIn(paths: readonly string[], trees: readonly string[]): string {
  const looked = paths.length > 0 ? paths : trees
  const hint = paths.length > 0 ? '' : '; espalier render writes the tree'
  return `no manifest found in ${looked.join(', ') || 'the files of --cluster'}${hint}`
}

function exitCode({ summary }: Report, failOn: Severity): ExitCode {
  return severities.some(severity => summary[severity] > 0 && isReached(severity, failOn)) ? 1 : 0
}
