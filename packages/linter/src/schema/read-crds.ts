import type { Outcome, Source } from '@espalier/model'
import { readDocuments } from '../fleet/documents.ts'
import { type Crd, readCrd } from './crd.ts'

/** The CustomResourceDefinitions of texts that were given for them; other objects are passed over. */
export function readCrds(sources: readonly Source[]): Outcome<readonly Crd[]> {
  const texts = sources.map(readDocuments)
  const value = texts.flatMap(({ documents }) =>
    documents.flatMap(one => readCrd(one.value, one.place) ?? []),
  )
  const problems = texts.flatMap(({ faults }) => faults)
  return { value, problems: problems.map(problem => ({ ...problem, check: 'manifest-readable' })) }
}
