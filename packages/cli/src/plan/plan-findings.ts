import { compareFindings, type FindingChanges } from '@espalier/linter'
import { policies as ownPolicies } from '@espalier/model'
import { diskFiles } from '../files/disk-files.ts'
import type { FileSystem } from '../files/file-system.ts'
import type { Result } from '../files/result.ts'
import type { Io } from '../io.ts'
import { userPolicies } from '../lint/user-policies.ts'
import { printFindings } from '../print-findings.ts'
import { lintSides, type NamedSide } from './lint-sides.ts'

/** What the linter finds on one side and not on the other, by the rules of today: what a new rule finds in what was there is not new. */
export async function planFindings(
  before: { readonly sides: readonly NamedSide[]; readonly files: FileSystem },
  after: readonly NamedSide[],
  io: Io,
): Promise<Result<FindingChanges>> {
  const topologies = after.flatMap(({ file, side: { model } }) => (model ? [{ model, file }] : []))
  const user = await userPolicies({ cwd: io.cwd, given: [], topologies }, diskFiles)
  if (user.error !== undefined) return user
  if (user.value.findings.length > 0) {
    printFindings(user.value.findings, io)
    return { error: 'a policy cannot be used' }
  }
  const policies = [...ownPolicies, ...user.value.policies]
  const old = await lintSides(before.sides, before.files, policies, io)
  if (old.error !== undefined) return old
  const now = await lintSides(after, diskFiles, policies, io)
  return now.error === undefined ? { value: compareFindings(old.value, now.value) } : now
}
