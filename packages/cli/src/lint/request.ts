import { type Crd, type Format, formats } from '@espalier/linter'
import type { Severity } from '@espalier/model'
import { crdFiles } from '../files/crd-files.ts'
import { type NamedCluster, namedClusters, type Roles, readRoles } from '../files/named-clusters.ts'
import type { Result } from '../files/result.ts'
import { readThreshold } from '../threshold.ts'
import { type Outputs, readOutputs } from '../write-outputs.ts'
import type { LintArguments } from './options.ts'

/** What the command line of `lint` asks for. */
export interface LintRequest {
  readonly paths: readonly string[]
  /** Files of topologies; without any the one around is taken. */
  readonly topologies: readonly string[]
  readonly named: readonly NamedCluster[]
  readonly crds: readonly Crd[]
  /** The same as it was written. */
  readonly globs: readonly string[]
  readonly roles: Roles
  readonly outputs: Outputs<Format>
  /** The least severity that fails the run. */
  readonly failOn: Severity
  readonly showUnresolved: boolean
  readonly strict: boolean
  readonly stats: boolean
  /** Files and folders with rules of the user's own. */
  readonly policies: readonly string[]
  /** A revision: only what was introduced since counts. */
  readonly since?: string
  /** A file with findings that do not count. */
  readonly baseline?: string
  /** A file that all findings are written to as such. */
  readonly writeBaseline?: string
}

/** Takes what the command line says, reads the files that --crds names, and finds those that --cluster selects. */
export async function readLintRequest(
  { values, positionals: paths }: LintArguments,
  cwd: string,
): Promise<Result<LintRequest>> {
  const failOn = readThreshold(values['fail-on'])
  if (failOn.error !== undefined) return failOn
  if (values['write-baseline'] !== undefined && values.since !== undefined)
    return { error: '--write-baseline takes all findings, and --since only some: give one of them' }
  const outputs = readOutputs(formats, values.format, values.output)
  if (outputs.error !== undefined) return outputs
  const roles = readRoles(values.role)
  if (roles.error !== undefined) return roles
  const named = await namedClusters(cwd, values.cluster)
  if (named.error !== undefined) return named
  const crds = crdFiles(cwd, values.crds)
  if (crds.error !== undefined) return crds
  return {
    value: {
      paths,
      topologies: values.topology ?? [],
      named: named.value,
      crds: crds.value,
      globs: values.cluster ?? [],
      roles: roles.value,
      outputs: outputs.value,
      failOn: failOn.value,
      showUnresolved: values['show-unresolved'],
      strict: values.strict,
      stats: values.stats,
      policies: values.policy ?? [],
      ...(values.since !== undefined && { since: values.since }),
      ...(values.baseline !== undefined && { baseline: values.baseline }),
      ...(values['write-baseline'] !== undefined && { writeBaseline: values['write-baseline'] }),
    },
  }
}
