import type { Inputs } from './inputs.ts'

/** What the command line is told beside the inputs. */
export interface Circumstances {
  /** Format names and the files that get them. */
  readonly outputs: Readonly<Record<string, string>>
  readonly base?: string
  readonly runExtensions: boolean
}

/** The arguments of the command line; `=` and `--` keep what an input says from being an option of its own. */
export function commandLine(inputs: Inputs, circumstances: Circumstances): readonly string[] {
  const { command, topologies, paths, failOn, baseline, since } = inputs
  const { outputs, base, runExtensions } = circumstances
  const options = [
    ...topologies.map(file => `--topology=${file}`),
    ...Object.entries(outputs).map(([format, file]) => `--output=${format}=${file}`),
    ...(failOn === '' ? [] : [`--fail-on=${failOn}`]),
    ...(baseline === '' ? [] : [`--baseline=${baseline}`]),
    ...(since === '' ? [] : [`--since=${since}`]),
    ...(base === undefined ? [] : [`--base=${base}`]),
    ...(command === 'lint' || runExtensions ? [] : ['--no-extensions']),
    ...(paths.length === 0 ? [] : ['--', ...paths]),
  ]
  return [...(command === 'check' ? ['render', '--check'] : [command]), ...options]
}
