import { reportFindings, type Trial, tryPolicies } from '@espalier/linter'
import type { Finding } from '@espalier/model'
import type { ExitCode } from '../command.ts'
import { diskFiles } from '../files/disk-files.ts'
import { findTopologies, type TopologyFile } from '../files/find-topologies.ts'
import { folderOf } from '../files/folder-of.ts'
import { loadTopology } from '../files/load-topology.ts'
import type { Result } from '../files/result.ts'
import { sparedFile } from '../files/spared-file.ts'
import type { Io } from '../io.ts'
import { talk } from '../talk.ts'
import { usageError } from '../usage-error.ts'
import { writeOutputs } from '../write-outputs.ts'
import type { LintArguments } from './options.ts'
import { readTrialRequest } from './trial-request.ts'
import { userPolicies } from './user-policies.ts'

/** `lint --test-policies`: tries every policy of the user's own on its cases; one without cases has proved nothing. */
export async function testPolicies(args: LintArguments, io: Io): Promise<ExitCode> {
  const request = readTrialRequest(args)
  if (request.error !== undefined) return usageError('lint', request.error, io)
  const { policies, topologies: named, outputs } = request.value
  const found = findTopologies(io.cwd, named)
  if (found.error !== undefined && named.length > 0) return fail(found.error, io)
  const topologies = found.value ?? []
  const written = outputs.files.map(({ file }) => file)
  const spared = sparedFile(written, topologies, io.cwd)
  if (spared !== undefined) return usageError('lint', `${spared} is a topology, and would be overwritten`, io)
  const { value: trial, error } = await tried(policies, topologies, io)
  if (error !== undefined) return fail(error, io)
  const unwritten = writeOutputs(trial, outputs, { failOn: 'error' }, io)
  if (unwritten !== undefined) return fail(unwritten, io)
  if (trial.failure !== undefined) return fail(trial.failure, io)
  return trial.policies.every(({ verdict }) => verdict === 'passes') ? 0 : 1
}

interface Tried extends Trial {
  /** Why there is no verdict. */
  readonly failure?: string
}

async function tried(
  given: readonly string[],
  topologies: readonly TopologyFile[],
  io: Io,
): Promise<Result<Tried>> {
  const loaded = await Promise.all(topologies.map(file => loadTopology(file)))
  const unread = loaded.find(({ error }) => error !== undefined)
  if (unread?.error !== undefined) return { error: unread.error }
  const faults = loaded.flatMap(({ value }) => (value?.model === undefined ? (value?.findings ?? []) : []))
  if (faults.length > 0) return failed('the topology cannot be used', faults, io)
  const models = loaded.flatMap(({ value }) =>
    value?.model ? [{ file: value.file, model: value.model }] : [],
  )
  const user = await userPolicies({ cwd: io.cwd, given, topologies: models }, diskFiles)
  if (user.error !== undefined) return user
  const { policies, files, findings } = user.value
  if (findings.length > 0) return failed('a policy cannot be used', findings, io)
  if (policies.length === 0)
    return { error: 'there is no policy to test; --policy PATH or lint.policies names some' }
  return { value: { policies: await tryPolicies(policies, files), findings: [] } }
}

function failed(failure: string, findings: readonly Finding[], { cwd }: Io): Result<Tried> {
  return { value: { policies: [], findings: reportFindings(findings, folderOf(cwd)), failure } }
}

function fail(message: string, io: Io): ExitCode {
  talk('lint', message, io)
  return 2
}
