import type { Place } from '../../source.ts'
import { type Resolved, resolved } from './resolved.ts'

/** The text of a file named relative to the topology's folder, or nothing where it cannot be read. */
export type ReadFile = (path: string) => string | undefined

/** Source: VPC Lattice API reference, PutAuthPolicy. */
const longest = 10_000

/** An IAM policy document as JSON on one line: the API refuses blank lines, and one form makes no differences of layout. */
export function resolvePolicyFile(file: string, read: ReadFile, at: Place): Resolved<string | undefined> {
  const problem = (message: string): Resolved<undefined> =>
    resolved(undefined, [{ check: 'policy-file-usable', message, at }])
  const text = read(file)
  if (text === undefined) return problem(`${file} cannot be read`)
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    // The parser's words quote the file, which may be any file that a typing error leads to.
    return problem(`${file} is not JSON`)
  }
  if (typeof document !== 'object' || document === null || !('Statement' in document)) {
    return problem(`${file} is no IAM policy document: it has no Statement`)
  }
  const policy = JSON.stringify(document)
  if (policy.length <= longest) return resolved(policy)
  return problem(
    `${file} has ${policy.length} characters without white space; Lattice takes at most ${longest}`,
  )
}
