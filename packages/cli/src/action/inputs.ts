import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { getInput, getMultilineInput } from '@actions/core'
import { didYouMean } from '@espalier/model'
import type { Result } from '../files/result.ts'

const commands = ['lint', 'check', 'plan'] as const
type CommandName = (typeof commands)[number]

/** What the workflow asks for; action.yml describes each. */
export interface Inputs {
  readonly command: CommandName
  /** Where the repository is, absolute. */
  readonly workspace: string
  /** Where the command stands, absolute. */
  readonly directory: string
  readonly topologies: readonly string[]
  readonly paths: readonly string[]
  readonly failOn: string
  readonly sarifFile: string
  readonly base: string
  readonly baseline: string
  readonly since: string
  readonly comment: boolean
  readonly token: string
}

// An input that its command would not look at is a mistake that nobody would ever notice.
const understoodBy: Readonly<Record<string, readonly CommandName[]>> = {
  paths: ['lint'],
  'sarif-file': ['lint'],
  'fail-on': ['lint', 'plan'],
  base: ['plan'],
  baseline: ['lint'],
  since: ['lint'],
}

/** The inputs as the runner hands them over; the workspace is where relative ones begin. */
export function readInputs(workspace: string): Result<Inputs> {
  const asked = getInput('command') || 'lint'
  const command = commands.find(one => one === asked)
  if (command === undefined)
    return { error: `command: ${asked}: ${commands.join(', ')} are expected${didYouMean(asked, commands)}` }
  for (const [name, users] of Object.entries(understoodBy)) {
    if (getInput(name) !== '' && !users.includes(command))
      return { error: `${name} is for command: ${users.join(' or ')}; ${command} does not use it` }
  }
  const comment = getInput('comment') || 'false'
  if (comment !== 'true' && comment !== 'false')
    return { error: `comment: ${comment}: true or false is expected` }
  const directory = resolve(workspace, getInput('working-directory'))
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() !== true)
    return { error: `working-directory: there is no folder ${getInput('working-directory') || directory}` }
  return {
    value: {
      command,
      workspace,
      directory,
      topologies: getMultilineInput('topology'),
      paths: getMultilineInput('paths'),
      failOn: getInput('fail-on'),
      sarifFile: getInput('sarif-file'),
      base: getInput('base'),
      baseline: getInput('baseline'),
      since: getInput('since'),
      comment: comment === 'true',
      token: getInput('token'),
    },
  }
}
