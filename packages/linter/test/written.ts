import { type FormatOptions, formats, type Report } from '@espalier/linter'
import { plainStyle } from '@espalier/model/style'

/** A report in a format; nobody watches, and the command ran at the root of the repository. */
export function written(name: string, report: Report, options: Partial<FormatOptions> = {}): string {
  const format = formats.find(one => one.name === name)
  if (format === undefined) throw new Error(`there is no format ${name}`)
  return format.write(report, {
    style: plainStyle,
    width: 80,
    frames: false,
    version: '1.2.3',
    folder: '.',
    failOn: 'error',
    ...options,
  })
}
