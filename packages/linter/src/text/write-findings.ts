import type { Finding, Severity, Span } from '@espalier/model'
import type { Style } from '@espalier/model/style'
import type { TextOptions } from '../format.ts'
import { type ReportedFinding, reportFindings } from '../report.ts'
import { frame } from './frame.ts'
import { messageOf } from './message-of.ts'
import { printable } from './printable.ts'
import { wrap } from './wrap.ts'

const colours: Readonly<Record<Severity, 'red' | 'yellow' | 'blue'>> = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
}

/** Findings in order, as the text format shows them, for commands that have found something without linting. */
export function writeFindings(findings: readonly Finding[], options: TextOptions): string {
  return writeReported(reportFindings(findings), options)
}

/** The same of findings whose places are known already. */
export function writeReported(findings: readonly ReportedFinding[], options: TextOptions): string {
  return findings.map(finding => writeFinding(finding, options)).join(options.frames ? '\n' : '')
}

export function writeFinding(finding: ReportedFinding, options: TextOptions): string {
  const { at, span, related, remedy } = finding
  const lines = [
    ...headOf(finding, options),
    ...(options.frames ? frame(at, span, options.width, options.style) : []),
    ...related.flatMap(other => note('see', `${where(other.span)} ${printable(other.message)}`, options)),
    ...note('help', remedy, options),
  ]
  return lines.map(line => `${line}\n`).join('')
}

function headOf(finding: ReportedFinding, { frames, width, style }: TextOptions): readonly string[] {
  const { severity, span, rule } = finding
  const place = where(span)
  const tag = `[${rule}]`
  const taken = place.length + severity.length + 3
  const lines = [...wrap(printable(messageOf(finding)), frames ? width : Number.POSITIVE_INFINITY, taken, 4)]
  const last = lines.at(-1) ?? ''
  const used = last.length + (lines.length === 1 ? taken : 0)
  const fits = !frames || used + 2 + tag.length <= width
  const [first = '', ...rest] = fits
    ? [...lines.slice(0, -1), `${last}  ${style.dim(tag)}`]
    : [...lines, `    ${style.dim(tag)}`]
  return [`${style.bold(place)} ${paintSeverity(severity, style)} ${first}`.trimEnd(), ...rest]
}

function paintSeverity(severity: Severity, style: Style): string {
  return style.bold(style[colours[severity]](`${severity}:`))
}

function note(label: string, text: string, { frames, width, style }: TextOptions): readonly string[] {
  const head = `  ${label}: `
  const [first = '', ...rest] = wrap(
    text,
    frames ? width : Number.POSITIVE_INFINITY,
    head.length,
    head.length,
  )
  return [`${style.cyan(head.trimEnd())} ${first}`, ...rest]
}

function where({ file, line, column }: Span): string {
  return `${printable(file)}:${line}:${column}:`
}
