import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gitEnvironment } from '../sandbox.ts'
import { bundle } from './bundle.ts'
import { type Obeyed, obeyed } from './obeyed.ts'

export interface Given {
  readonly inputs?: Readonly<Record<string, string>>
  /** The payload; its name is `pull_request` where it has one. */
  readonly event?: object
  readonly name?: string
  readonly env?: Readonly<Record<string, string>>
  /** Outputs that name files whose text is wanted. */
  readonly read?: readonly string[]
}

export interface Step {
  readonly code: number | null
  readonly log: string
  readonly obeyed: readonly Obeyed[]
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  readonly files: Readonly<Record<string, string>>
}

/** Runs the bundle as the runner runs a step: inputs, files and event by the environment, and nothing else. */
export async function step(
  workspace: string,
  { inputs = {}, event = {}, name, env, read: wanted = [] }: Given,
): Promise<Step> {
  const main = await bundle
  const temp = mkdtempSync(join(tmpdir(), 'espalier-step-'))
  const file = (base: string, text = ''): string => {
    writeFileSync(join(temp, base), text)
    return join(temp, base)
  }
  const asked = Object.entries(inputs).map(([key, value]) => [`INPUT_${key.toUpperCase()}`, value])
  try {
    const child = spawn(process.execPath, [main], {
      cwd: workspace,
      env: {
        ...gitEnvironment,
        ...Object.fromEntries(asked),
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: workspace,
        GITHUB_REPOSITORY: 'acme/fleet',
        GITHUB_EVENT_NAME: name ?? ('pull_request' in event ? 'pull_request' : 'push'),
        GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event)),
        GITHUB_OUTPUT: file('output'),
        GITHUB_STEP_SUMMARY: file('summary'),
        RUNNER_TEMP: temp,
        ...env,
      },
    })
    let log = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', text => {
        log += text
      })
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', resolve)
    })
    const read = (base: string): string => readFileSync(join(temp, base), 'utf8')
    const outputs = readOutputs(read('output'))
    return {
      code,
      log,
      obeyed: obeyed(log),
      outputs,
      files: Object.fromEntries(wanted.map(key => [key, readFileSync(outputs[key] ?? '', 'utf8')])),
      summary: read('summary'),
    }
  } finally {
    rmSync(temp, { recursive: true, force: true })
  }
}

function readOutputs(text: string): Step['outputs'] {
  const found = text.matchAll(/^(.+?)<<(\S+)\n([\s\S]*?)\n\2$/gm)
  return Object.fromEntries([...found].map(([, name = '', , value = '']) => [name, value]))
}
