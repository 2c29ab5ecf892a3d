import type { Source } from '@espalier/model'
import { type Documents, readDocuments } from './documents.ts'

/** Looks up what a text says, and reads and adds those that are not there yet. */
export function readOnce(texts: Map<Source, Documents>): (source: Source) => Documents {
  return source => {
    const documents = texts.get(source) ?? readDocuments(source)
    texts.set(source, documents)
    return documents
  }
}
