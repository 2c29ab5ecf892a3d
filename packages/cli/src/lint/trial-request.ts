import { type TrialFormat, trialFormats } from '@espalier/linter'
import type { Result } from '../files/result.ts'
import { type Outputs, readOutputs } from '../write-outputs.ts'
import { type LintArguments, options } from './options.ts'

/** What the command line of `lint --test-policies` asks for. */
export interface TrialRequest {
  /** Files and folders with rules of the user's own. */
  readonly policies: readonly string[]
  /** Files of topologies; without any the one around is taken. */
  readonly topologies: readonly string[]
  readonly outputs: Outputs<TrialFormat>
}

const taken = ['test-policies', 'policy', 'topology', 'format', 'output']

/** Takes what the command line says; the error names what has no use here. */
export function readTrialRequest({ values, positionals: [path] }: LintArguments): Result<TrialRequest> {
  if (path !== undefined)
    return { error: `--test-policies takes no PATH; where "${path}" holds rules, say --policy ${path}` }
  const other = Object.entries(values).find(([name, value]) => !taken.includes(name) && isGiven(name, value))
  if (other !== undefined)
    return { error: `--test-policies lints nothing, and --${other[0]} is for linting: give one of them` }
  const outputs = readOutputs(trialFormats, values.format, values.output)
  if (outputs.error !== undefined) return { error: `--test-policies: ${outputs.error}` }
  return {
    value: { policies: values.policy ?? [], topologies: values.topology ?? [], outputs: outputs.value },
  }
}

function isGiven(name: string, value: unknown): boolean {
  const standing = Object.entries(options).find(([one]) => one === name)?.[1]
  return value !== (standing !== undefined && 'default' in standing ? standing.default : undefined)
}
