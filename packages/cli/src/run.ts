import type { Command, ExitCode } from './command.ts'
import { commands } from './commands/index.ts'
import type { Io } from './io.ts'
import { version } from './version.ts'

/** The whole program, but for the process around it: never throws, and says by its exit code how it went. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(args, io)
  } catch (error) {
    io.err(`this is a bug in Espalier ${version}:\n${error instanceof Error ? error.stack : error}\n`)
    return 2
  }
}

async function dispatch([name, ...rest]: readonly string[], io: Io): Promise<ExitCode> {
  if (name === undefined) {
    io.err(await overview())
    return 2
  }
  if (name === '--version' || name === '-v') return say(`${version}\n`, io)
  if (name === '--help' || name === '-h') return say(await overview(), io)
  if (name === 'help') return help(rest, io)
  const command = await load(name, io)
  if (command === undefined) return 2
  return asksForHelp(rest) ? say(command.usage, io) : command.run(rest, io)
}

async function help([name]: readonly string[], io: Io): Promise<ExitCode> {
  if (name === undefined) return say(await overview(), io)
  const command = await load(name, io)
  return command === undefined ? 2 : say(command.usage, io)
}

async function load(name: string, io: Io): Promise<Command | undefined> {
  const known = Object.keys(commands)
  const command = known.includes(name) ? await commands[name]?.() : undefined
  if (command === undefined) {
    const { didYouMean } = await import('@espalier/model')
    const what = name.startsWith('-') ? 'option' : 'command'
    io.err(
      `espalier: unknown ${what} "${name}"${didYouMean(name, [...known, 'help', '--help', '--version'])}\n`,
    )
    io.err('espalier --help lists the commands\n')
  }
  return command
}

async function overview(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map(load => load()))
  const wide = Math.max(...all.map(({ name }) => name.length))
  const lines = all.map(({ name, summary }) => `  ${name.padEnd(wide)}  ${summary}\n`)
  return [
    'Usage: espalier <command> [options]\n\n',
    ...lines,
    '\nespalier help <command> says more; --version prints the version.\n',
    'Exit codes: 0 clean, 1 findings or drift, 2 the work could not be done.\n',
  ].join('')
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  return args.slice(0, end < 0 ? args.length : end).some(arg => arg === '--help' || arg === '-h')
}

function say(text: string, io: Io): ExitCode {
  io.out(text)
  return 0
}
