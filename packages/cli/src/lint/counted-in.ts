import { type LintOptions, type Report, sinceReport, withoutBaseline } from '@espalier/linter'
import { count } from '../count.ts'
import type { TopologyFile } from '../files/find-topologies.ts'
import { folderOf } from '../files/folder-of.ts'
import type { Result } from '../files/result.ts'
import type { Io } from '../io.ts'
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
  io.err(`espalier lint: ${count(whole.findings.length, 'finding')} written to ${writeBaseline}\n`)
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
  for (const remark of base.value.remarks) io.err(`espalier lint: ${remark}\n`)
  return { value: sinceReport(whole, base.value.report, base.value.ref) }
}

function unknownTo(file: string, report: Report, { options }: Run, io: Io): Result<Report> {
  const known = loadBaseline(file, io.cwd)
  if (known.error !== undefined) return known
  const { report: rest, stale } = withoutBaseline(report, known.value)
  // What was not read, or is as before, is not there to be matched.
  if (stale.length > 0 && options.partial !== true && report.since === undefined) {
    const [first] = stale
    const example = first === undefined ? '' : `, such as ${first.rule} in ${first.file}`
    io.err(
      `espalier lint: ${stale.length} of the findings in ${file} are there no more${example}; --write-baseline ${file} takes them out\n`,
    )
  }
  return { value: rest }
}
