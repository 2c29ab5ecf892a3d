import { type CaseResult, tryPolicy } from '@espalier/linter'
import type { Policy } from '@espalier/model'
import type { ExitCode } from '../command.ts'
import { count } from '../count.ts'
import { printable } from '../files/display.ts'
import type { Io } from '../io.ts'

/** `lint --test-policies`: tries every policy of the user's own on its cases; one without cases has proved nothing. */
export async function testPolicies(policies: readonly Policy[], io: Io): Promise<ExitCode> {
  if (policies.length === 0) {
    io.err('espalier lint: there is no policy to test; --policy PATH or lint.policies names some\n')
    return 2
  }
  const lines: string[] = []
  let failed = 0
  for (const policy of policies) {
    const results = await tryPolicy(policy)
    const wrong = results.filter(({ complaints }) => complaints.length > 0)
    if (results.length === 0 || wrong.length > 0) failed++
    lines.push(headOf(policy, results, wrong.length, io), ...wrong.flatMap(detailsOf))
  }
  io.out(
    [...lines, `${policies.length - failed} of ${policies.length} policies do what their cases say`, ''].join(
      '\n',
    ),
  )
  return failed === 0 ? 0 : 1
}

function headOf({ id }: Policy, results: readonly CaseResult[], wrong: number, { style }: Io): string {
  if (results.length === 0) return `${style.red('untested')}  ${id} has no cases`
  if (wrong > 0) return `${style.red('fails')}     ${id}: ${wrong} of ${count(results.length, 'case')}`
  return `${style.green('passes')}    ${id}: ${count(results.length, 'case')}`
}

function detailsOf({ name, complaints }: CaseResult): readonly string[] {
  return complaints.map(one => `  ${name}: ${printable(one)}`)
}
