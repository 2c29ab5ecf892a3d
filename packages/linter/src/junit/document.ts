import { element } from '../text/xml.ts'
import { type Suite, suiteElement, tallyOf } from './suite.ts'

/** A whole file of JUnit XML. */
export function document(name: string, suites: readonly Suite[]): string {
  const tally = tallyOf(suites.flatMap(({ cases }) => cases))
  const root = element('testsuites', { name, ...tally, time: 0 }, suites.map(suiteElement))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
}
