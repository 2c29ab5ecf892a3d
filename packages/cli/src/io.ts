import { styleText } from 'node:util'
import { plainStyle, type Style } from '@espalier/model/style'

/** All a command knows of the process that runs it. */
export interface Io {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Writes to stdout, which is the result and nothing else; adds no line end. */
  out(text: string): void
  /** Writes to stderr: talk, progress and errors; adds no line end. */
  err(text: string): void
  /** True where a person reads stdout. */
  readonly terminal: boolean
  /** True where a person watches stderr. */
  readonly watched: boolean
  /** Milliseconds since some moment; for progress and --stats, never for a result. */
  now(): number
  readonly width: number
  /** Of stderr, which may go elsewhere. */
  readonly errWidth: number
  /** Of stdout. */
  readonly style: Style
  /** Of stderr, which may go elsewhere. */
  readonly errStyle: Style
  /** The day, as `2026-11-21`. */
  readonly today: string
}

/** The real thing. */
export function processIo(process: NodeJS.Process): Io {
  const { stdout, stderr, env } = process
  const terminal = stdout.isTTY === true
  const watched = stderr.isTTY === true
  const styleOf = (seen: boolean): Style => (wantsColour(env, seen) ? colours : plainStyle)
  return {
    cwd: process.cwd(),
    env,
    out: text => stdout.write(text),
    err: text => stderr.write(text),
    terminal,
    watched,
    now: () => performance.now(),
    width: stdout.columns || 80,
    errWidth: stderr.columns || 80,
    style: styleOf(terminal),
    errStyle: styleOf(watched),
    today: new Date().toISOString().slice(0, 10),
  }
}

/** FORCE_COLOR wins over NO_COLOR, as in Node itself; either counts only when it says something. */
export function wantsColour(env: Io['env'], terminal: boolean): boolean {
  const { FORCE_COLOR: force, NO_COLOR: never, TERM: term } = env
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false'
  if (never !== undefined && never !== '') return false
  return terminal && term !== 'dumb'
}

// Without `validateStream: false` newer Nodes ask the stream again, and would undo FORCE_COLOR.
const paint = (format: keyof Style) => (text: string) => styleText(format, text, { validateStream: false })

const colours: Style = {
  bold: paint('bold'),
  dim: paint('dim'),
  red: paint('red'),
  yellow: paint('yellow'),
  blue: paint('blue'),
  green: paint('green'),
  cyan: paint('cyan'),
}
