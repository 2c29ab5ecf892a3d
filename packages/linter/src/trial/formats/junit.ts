import { findingAtRoot } from '../../finding-at-root.ts'
import type { FormatOptions } from '../../format.ts'
import { fromRoot } from '../../from-root.ts'
import { casesOf } from '../../junit/cases-of.ts'
import { document } from '../../junit/document.ts'
import type { Case, Suite } from '../../junit/suite.ts'
import { printable } from '../../text/printable.ts'
import type { TriedPolicy } from '../trial.ts'
import type { TrialFormat } from '../trial-format.ts'

/** JUnit XML, with a suite for each policy and a test for each of its cases. */
export const junit: TrialFormat = {
  name: 'junit',
  write({ policies, findings }, options) {
    const faults = findings.map(one => findingAtRoot(one, options.folder))
    const suites = [
      ...policies.map(one => suiteOf(one, options)),
      ...(faults.length === 0 ? [] : [{ name: 'espalier', cases: casesOf(faults, options) }]),
    ]
    return document('espalier lint --test-policies', suites)
  },
}

function suiteOf({ id, file, verdict, cases }: TriedPolicy, { folder }: FormatOptions): Suite {
  const attributes = { classname: id, file: fromRoot(file, folder) }
  const failure = (message: string, text = message) => ({ kind: 'failure', message, text }) as const
  // A suite without any test says nothing, and one without cases has failed.
  if (verdict === 'untested')
    return {
      name: id,
      cases: [{ attributes: { name: 'cases', ...attributes }, outcome: failure('it has no cases') }],
    }
  return {
    name: id,
    cases: cases.map(({ name, complaints }): Case => {
      const [first, ...others] = complaints.map(printable)
      const text = [first, ...others].join('\n')
      return {
        attributes: { name, ...attributes },
        ...(first !== undefined && { outcome: failure(first, text) }),
      }
    }),
  }
}
