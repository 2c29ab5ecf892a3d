import { type Crd, type Format, formats } from '@espalier/linter'
import type { Severity } from '@espalier/model'
import { readArguments } from '../arguments.ts'
import { crdFiles } from '../files/crd-files.ts'
import { type NamedCluster, namedClusters, type Roles, readRoles } from '../files/named-clusters.ts'
import type { Result } from '../files/result.ts'
import { readThreshold } from '../threshold.ts'
import { type Outputs, readOutputs } from '../write-outputs.ts'
import { options } from './options.ts'

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
  /** These are to be tried on their cases, and nothing linted. */
  readonly testPolicies: boolean
  /** A revision: only what was introduced since counts. */
  readonly since?: string
  /** A file with findings that do not count. */
  readonly baseline?: string
  /** A file that all findings are written to as such. */
  readonly writeBaseline?: string
}

/** Reads the command line, the files that --crds names, and finds those that --cluster selects. */
export async function readLintRequest(args: readonly string[], cwd: string): Promise<Result<LintRequest>> {
  const { values, positionals: paths, error } = readArguments(args, options, Number.POSITIVE_INFINITY)
  if (error !== undefined) return { error }
  const failOn = readThreshold(values['fail-on'])
  if (failOn.error !== undefined) return failOn
  const clash = clashIn(values)
  if (clash !== undefined) return { error: clash }
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
      testPolicies: values['test-policies'],
      ...(values.since !== undefined && { since: values.since }),
      ...(values.baseline !== undefined && { baseline: values.baseline }),
      ...(values['write-baseline'] !== undefined && { writeBaseline: values['write-baseline'] }),
    },
  }
}

interface Values {
  readonly format: string
  readonly output?: readonly string[]
  readonly since?: string
  readonly 'write-baseline'?: string
  readonly 'test-policies': boolean
}

/** Options that do not go together. */
function clashIn(values: Values): string | undefined {
  if (values['test-policies'] && (values.format !== 'text' || values.output !== undefined))
    return '--test-policies prints text and nothing else'
  if (values['write-baseline'] !== undefined && values.since !== undefined)
    return '--write-baseline takes all findings, and --since only some: give one of them'
  return undefined
}
