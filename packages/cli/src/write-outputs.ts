import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Format, formats, type Report } from '@espalier/linter'
import { didYouMean, plainStyle } from '@espalier/model'
import { fileError } from './files/file-error.ts'
import type { Result } from './files/result.ts'
import type { Io } from './io.ts'

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
  return { error: `there is no format "${name}", only ${names.join(' and ')}${didYouMean(name, names)}` }
}

/** Writes a report everywhere; the error is the first file that could not be written. */
export function writeOutputs(report: Report, { format, files }: Outputs, io: Io): string | undefined {
  for (const output of files) {
    const text = output.format.write(report, { style: plainStyle, width: 80, frames: false })
    try {
      writeFileSync(resolve(io.cwd, output.file), text)
    } catch (thrown) {
      return `${output.file} cannot be written: ${fileError(thrown)}`
    }
  }
  io.out(format.write(report, { style: io.style, width: io.width, frames: io.terminal }))
  return undefined
}
