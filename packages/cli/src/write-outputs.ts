import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { FormatOptions } from '@espalier/linter'
import { didYouMean } from '@espalier/model'
import { plainStyle } from '@espalier/model/style'
import { folderOf } from './files/folder-of.ts'
import type { Result } from './files/result.ts'
import { writeError } from './files/write-error.ts'
import type { Io } from './io.ts'
import { version } from './version.ts'

/** Something that turns a result into text, as the command line names it. */
interface Named {
  readonly name: string
}

interface Writer<T> extends Named {
  write(value: T, options: FormatOptions): string
}

export interface Outputs<F> {
  /** What stdout gets. */
  readonly format: F
  /** The same result as files, each in a format of its own. */
  readonly files: readonly { readonly format: F; readonly file: string }[]
}

/** Reads `--format NAME` and every `--output NAME=FILE`. */
export function readOutputs<F extends Named>(
  formats: readonly F[],
  name: string,
  given: readonly string[] = [],
): Result<Outputs<F>> {
  const format = formatNamed(formats, name)
  if (format.error !== undefined) return format
  const files: { format: F; file: string }[] = []
  for (const text of given) {
    const [, name = '', file] = /^([^=]+)=(.+)$/s.exec(text) ?? []
    if (file === undefined) return { error: `--output ${text}: FORMAT=FILE is expected` }
    const { value, error } = formatNamed(formats, name)
    if (error !== undefined) return { error }
    files.push({ format: value, file })
  }
  const twice = files.find(({ file }, at) => files.findIndex(one => resolve(one.file) === resolve(file)) < at)
  if (twice !== undefined)
    return { error: `--output: ${twice.file} is given twice, and could hold one of them only` }
  return { value: { format: format.value, files } }
}

function formatNamed<F extends Named>(formats: readonly F[], name: string): Result<F> {
  const value = formats.find(format => format.name === name)
  const names = formats.map(format => format.name)
  if (value !== undefined) return { value }
  return { error: `there is no format "${name}", only ${names.join(', ')}${didYouMean(name, names)}` }
}

/** Writes a result everywhere; the error is the first file that could not be written. */
export function writeOutputs<T>(
  value: T,
  { format, files }: Outputs<Writer<T>>,
  run: Pick<FormatOptions, 'failOn' | 'failure' | 'policies'>,
  io: Io,
): string | undefined {
  const about = { ...run, version, folder: folderOf(io.cwd) }
  for (const output of files) {
    const text = output.format.write(value, { ...about, style: plainStyle, width: 80, frames: false })
    try {
      writeFileSync(resolve(io.cwd, output.file), text)
    } catch (thrown) {
      return `${output.file} cannot be written: ${writeError(thrown)}`
    }
  }
  io.out(format.write(value, { ...about, style: io.style, width: io.width, frames: io.terminal }))
  return undefined
}
