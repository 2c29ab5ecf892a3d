import type { Written } from './suppression.ts'

const form = /^\s*(?<rule>[^\s:]+)?(?:\s+until\s+(?<until>[^\s:]+))?\s*(?::\s*(?<reason>.*))?$/
const date = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** The word by which a file is known to hold suppressions. */
export const keyword = 'espalier-ignore'

/** What a comment that begins with the keyword says; undefined for any other. Further comments may stand on its line, each after ` # `. */
export function parseComment(
  comment: string,
): Pick<Written, 'rule' | 'until' | 'reason' | 'fault'> | undefined {
  const [own] = comment
    .split(/\s+(?=#\s)/)
    .map(part => part.replace(/^#+\s*/, '').trimEnd())
    .filter(part => part.startsWith(keyword))
  if (own === undefined) return undefined
  const rest = own.slice(keyword.length)
  const { rule, until, reason } = form.exec(rest)?.groups ?? {}
  if (rest !== '' && !/^[\s:]/.test(rest)) return { fault: `there is no ${own.split(/[\s:]/)[0]}` }
  if (!form.test(rest)) return { fault: `"${rest.trim()}" is not a rule and, after a colon, a reason` }
  if (rule === undefined) return { fault: `${keyword} names no rule` }
  if (until !== undefined && !date.test(until)) return { fault: `"${until}" is no date such as 2027-04-01` }
  return { rule, ...(until && { until }), ...(reason && { reason }) }
}
