import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Format, type FormatOptions, formats, type Report } from '@espalier/linter'
import { didYouMean, plainStyle } from '@espalier/model'
import { display } from './files/display.ts'
import { fileError } from './files/file-error.ts'
import { repositoryOf } from './files/repository-of.ts'
import type { Result } from './files/result.ts'
import type { Io } from './io.ts'
import { version } from './version.ts'

/** The same report as a file, in a format of its own. */
interface FileOutput {
  readonly format: Format
  readonly file: string
}

export interface Outputs {
  /** What stdout gets. */
  readonly format: Format
  readonly files: readonly FileOutput[]
}

/** Reads `--format NAME` and every `--output NAME=FILE`. */
export function readOutputs(name: string, given: readonly string[] = []): Result<Outputs> {
  const format = formatNamed(name)
  if (format.error !== undefined) return format
  const files: FileOutput[] = []
  for (const text of given) {
    const [, name = '', file] = /^([^=]+)=(.+)$/s.exec(text) ?? []
    if (file === undefined) return { error: `--output ${text}: FORMAT=FILE is expected` }
    const { value, error } = formatNamed(name)
    if (error !== undefined) return { error }
    files.push({ format: value, file })
  }
  return { value: { format: format.value, files } }
}

function formatNamed(name: string): Result<Format> {
  const value = formats.find(format => format.name === name)
  const names = formats.map(format => format.name)
  if (value !== undefined) return { value }
  return { error: `there is no format "${name}", only ${names.join(', ')}${didYouMean(name, names)}` }
}

/** Writes a report everywhere; the error is the first file that could not be written. */
export function writeOutputs(
  report: Report,
  { format, files }: Outputs,
  run: Pick<FormatOptions, 'failOn' | 'failure'>,
  io: Io,
): string | undefined {
  const about = { ...run, version, folder: display(io.cwd, repositoryOf(io.cwd) ?? io.cwd) }
  for (const output of files) {
    const text = output.format.write(report, { ...about, style: plainStyle, width: 80, frames: false })
    try {
      writeFileSync(resolve(io.cwd, output.file), text)
    } catch (thrown) {
      return `${output.file} cannot be written: ${fileError(thrown)}`
    }
  }
  io.out(format.write(report, { ...about, style: io.style, width: io.width, frames: io.terminal }))
  return undefined
}
