import { resolve } from 'node:path'
import { type LintOptions, lint, type Report } from '@espalier/linter'
import type { TopologyFile } from '../files/find-topologies.ts'
import { namedClusters } from '../files/named-clusters.ts'
import { repositoryOf } from '../files/repository-of.ts'
import type { Result } from '../files/result.ts'
import { revisionFiles } from '../files/revision-files.ts'
import { baseRevision } from '../git/base-revision.ts'
import { formerFile } from '../git/former-file.ts'
import { formerLinks } from '../git/former-links.ts'
import type { Io } from '../io.ts'
import { readSide } from './read-side.ts'
import type { LintRequest } from './request.ts'

export interface LintedBase {
  readonly report: Pick<Report, 'findings'>
  /** The revision as it was asked for. */
  readonly ref: string
  /** Why findings of before may count as introduced. */
  readonly remarks: readonly string[]
}

/** Lints the same files as they were in a revision, without a checkout; what was not there then has no findings. */
export async function lintBase(
  ref: string,
  request: LintRequest,
  topologies: readonly TopologyFile[],
  options: Omit<LintOptions, 'also'>,
  io: Io,
): Promise<Result<LintedBase>> {
  const root = topologies[0]?.root ?? repositoryOf(io.cwd) ?? io.cwd
  const base = await baseRevision(root, ref, io.env)
  if (base.error !== undefined) return base
  const files = await revisionFiles(root, base.value.commit, io.env)
  if (files.error !== undefined) return files
  const former = await Promise.all(topologies.map(one => formerFile(one, base.value, files.value, io.env)))
  const named = await namedClusters(io.cwd, request.globs, files.value)
  const side = await readSide({
    cwd: io.cwd,
    files: files.value,
    // A finding has one name on both sides only where its file has.
    topologies: former.flatMap((one, at) => (one ? { ...one, file: topologies[at]?.file ?? one.file } : [])),
    named: named.value ?? [],
    roles: request.roles,
    env: io.env,
    crds: request.crds,
    paths: request.paths.filter(path => files.value.kindOf(resolve(io.cwd, path)) !== undefined),
  })
  if (side.error !== undefined) return side
  const { fleets, findings, usable } = side.value
  const links = await formerLinks(root, base.value.commit, io)
  if (links.error !== undefined) return links
  const linked = fleets.map(fleet => ({ ...fleet, links: links.value }))
  const remark = `a topology of ${ref} cannot be used: what it would have told counts as introduced`
  return {
    value: {
      report: lint(linked, { ...options, also: findings }),
      ref: base.value.ref,
      remarks: usable ? [] : [remark],
    },
  }
}
