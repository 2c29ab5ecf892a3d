import type { Finding } from '@espalier/model'
import { flagOf } from './flag-of.ts'

/**
 * What is wrong with the topology of some answers, in the words of the command line: the file is not there to look at. What follows
 * from a wrong answer, such as a default made of it, is left out.
 */
export function wrongAnswers(findings: readonly Finding[], given: readonly string[]): readonly string[] {
  const named = findings.map(({ message, at }) => ({ flag: flagOf(at.path), message }))
  const own = named.filter(({ flag }) => flag !== undefined && given.includes(flag))
  return (own.length > 0 ? own : named).map(({ flag, message }) =>
    flag === undefined ? message : `--${flag}: ${message}`,
  )
}
