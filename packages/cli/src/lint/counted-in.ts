import { resolve } from 'node:path'
import { type LintOptions, type Report, sinceReport, withoutBaseline } from '@espalier/linter'
import { count } from '../count.ts'
import { pathFrom } from '../files/display.ts'
import type { TopologyFile } from '../files/find-topologies.ts'
import { folderOf } from '../files/folder-of.ts'
import { repositoryOf } from '../files/repository-of.ts'
import type { Result } from '../files/result.ts'
import type { Io } from '../io.ts'
import { talk } from '../talk.ts'
import { loadBaseline, saveBaseline } from './baseline-file.ts'
import { lintBase } from './lint-base.ts'
import type { LintRequest } from './request.ts'

interface Run {
  readonly request: LintRequest
  readonly topologies: readonly TopologyFile[]
  readonly options: LintOptions
}

/** Of a report, what counts: all of it, or what was introduced since a revision, or what a baseline does not know. */
export async function countedIn(whole: Report, run: Run, io: Io): Promise<Result<Report>> {
  const { since, baseline, writeBaseline } = run.request
  const fresh = since === undefined ? { value: whole } : await introducedIn(whole, since, run, io)
  if (fresh.error !== undefined) return fresh
  const counted = baseline === undefined ? fresh : unknownTo(baseline, fresh.value, run, io)
  if (counted.error !== undefined || writeBaseline === undefined) return counted
  const error = saveBaseline(writeBaseline, whole, io.cwd, folderOf(io.cwd))
  if (error !== undefined) return { error }
  const findings = count(whole.findings.length, 'finding')
  talk(
    'lint',
    `${findings} written to ${writeBaseline}; --baseline ${writeBaseline} keeps them from counting`,
    io,
  )
  return counted
}

async function introducedIn(
  whole: Report,
  since: string,
  { request, topologies, options }: Run,
  io: Io,
): Promise<Result<Report>> {
  const base = await lintBase(since, request, topologies, options, io)
  if (base.error !== undefined) return base
  for (const remark of base.value.remarks) talk('lint', remark, io)
  return { value: sinceReport(whole, base.value.report, base.value.ref) }
}

function unknownTo(
  file: string,
  report: Report,
  { request, topologies, options }: Run,
  io: Io,
): Result<Report> {
  const known = loadBaseline(file, io.cwd)
  if (known.error !== undefined) return known
  const { report: rest, stale } = withoutBaseline(report, known.value)
  // What was not read, or is as before, is not there to be matched.
  const sure = options.partial === true || report.since !== undefined ? [] : stale
  const gone = sure.filter(one => isRead(one.file, request, topologies, io.cwd))
  const [first] = gone
  if (first !== undefined) {
    const verb = gone.length === 1 ? 'is' : 'are'
    const example = `such as ${first.rule} in ${first.file}`
    talk(
      'lint',
      `${gone.length} of the findings in ${file} ${verb} there no more, ${example}; --write-baseline ${file} takes them out`,
      io,
    )
  }
  return { value: rest }
}

/** True for a file, named from the root of the repository, that was to be read: by a path, by `--cluster`, or as all that topologies have. */
function isRead(
  file: string,
  { paths, named }: LintRequest,
  topologies: readonly TopologyFile[],
  cwd: string,
): boolean {
  const root = repositoryOf(cwd) ?? cwd
  if (paths.length + topologies.length === 0) return named.some(({ files }) => files.has(resolve(root, file)))
  const folders = paths.map(path => pathFrom(root, resolve(cwd, path)))
  return (
    folders.length === 0 ||
    folders.some(folder => folder === '' || file === folder || file.startsWith(`${folder}/`))
  )
}
