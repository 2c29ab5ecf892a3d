import { element } from '../text/xml.ts'

/** What came of a test; nothing where it passed. */
interface Outcome {
  readonly kind: 'failure' | 'skipped' | 'error'
  readonly message: string
  readonly text: string
}

export interface Case {
  readonly attributes: Readonly<Record<string, string | number>>
  readonly outcome?: Outcome
}

export interface Suite {
  readonly name: string
  readonly cases: readonly Case[]
}

/** A test suite of JUnit; it took no time, so that the same findings are the same bytes. */
export function suiteElement({ name, cases }: Suite): string {
  return element('testsuite', { name, ...tallyOf(cases), time: 0 }, cases.map(caseElement))
}

export function tallyOf(cases: readonly Case[]): Readonly<Record<string, number>> {
  const count = (kind: Outcome['kind']) => cases.filter(({ outcome }) => outcome?.kind === kind).length
  return {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  }
}

function caseElement({ attributes, outcome }: Case): string {
  const all = { ...attributes, time: 0 }
  if (outcome === undefined) return element('testcase', all)
  const { kind, message, text } = outcome
  return element('testcase', all, [element(kind, { message }, text)])
}
