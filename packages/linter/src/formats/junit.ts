import { group } from '@espalier/model'
import { atRoot } from '../at-root.ts'
import type { Format } from '../format.ts'
import { casesOf } from '../junit/cases-of.ts'
import { document } from '../junit/document.ts'
import type { Case } from '../junit/suite.ts'

/** JUnit XML, with a suite for each file that has findings. */
export const junit: Format = {
  name: 'junit',
  write(report, options) {
    const cases = casesOf(atRoot(report, options).findings, options)
    const suites = [...group(cases, ({ attributes }) => String(attributes.file))].map(([name, own]) => ({
      name,
      cases: own,
    }))
    const run = runOf(cases, options.failure)
    const all = run === undefined ? suites : [...suites, { name: 'espalier', cases: [run] }]
    return document('espalier lint', all)
  },
}

// Viewers take a report without any test, or with skipped ones only, for one that went wrong.
function runOf(cases: readonly Case[], failure: string | undefined): Case | undefined {
  const attributes = { name: 'lint', classname: 'espalier' }
  if (failure !== undefined)
    return { attributes, outcome: { kind: 'error', message: failure, text: failure } }
  return cases.some(({ outcome }) => outcome?.kind === 'failure') ? undefined : { attributes }
}
