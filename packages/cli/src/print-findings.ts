import { writeFindings } from '@espalier/linter/text'
import type { Finding } from '@espalier/model'
import type { Io } from './io.ts'

export type Findings = readonly Finding[]

/** Findings about a topology go to stderr: they are why there is no result. */
export function printFindings(findings: Findings, io: Io): void {
  io.err(writeFindings(findings, { frames: io.watched, width: io.errWidth, style: io.errStyle }))
}
