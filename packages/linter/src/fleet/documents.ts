import {
  type AmbiguousScalar,
  type Place,
  readYaml,
  type Source,
  within,
  type YamlFaultKind,
} from '@espalier/model'
import { field, text } from './fields.ts'
import type { TextFault } from './fleet.ts'
import { tellingFaults } from './telling-faults.ts'
import { templateFault } from './template-fault.ts'

export interface Document {
  readonly value: unknown
  readonly place: Place
  /** From the value on. */
  readonly ambiguous: readonly AmbiguousScalar[]
}

/** The documents of one text that say anything, and what of it cannot be read. */
export interface Documents {
  readonly documents: readonly Document[]
  readonly faults: readonly TextFault[]
}

/** What several texts say; each is read once, however often it is asked. */
export type Texts = ReadonlyMap<Source, Documents>

export function readTexts(sources: Iterable<Source>): Texts {
  return new Map([...sources].map(source => [source, readDocuments(source)]))
}

export function readDocuments(source: Source): Documents {
  const { documents, faults } = readYaml(source)
  const template = faults.length > 0 ? templateFault(source) : undefined
  if (template !== undefined) return { documents: [], faults: [template] }
  return {
    documents: documents.flatMap(({ index, value, ambiguous }) =>
      unroll({ value, place: { source, doc: index, path: [] }, ambiguous }),
    ),
    faults: tellingFaults(faults).map(({ at, message, kind }) => ({
      at,
      message,
      kind: faultKind(kind, source),
    })),
  }
}

function faultKind(kind: YamlFaultKind, { text }: Source): TextFault['kind'] {
  if (kind === 'too-large' || kind === 'alias-bomb') return 'too-large'
  return text.includes('\0') ? 'unreadable' : 'syntax'
}

/** The objects of a `List`, each at its own place; nothing for an empty document. */
function unroll(document: Document, depth = 0): readonly Document[] {
  const { value, place, ambiguous } = document
  if (value === null || value === undefined) return []
  const items = field(value, 'items')
  if (depth > 3 || !Array.isArray(items) || !text(field(value, 'kind'))?.endsWith('List')) return [document]
  return items.flatMap((item, index) => {
    const own = ambiguous.filter(({ path }) => path[0] === 'items' && path[1] === index)
    const inner = own.map(({ path, text }) => ({ path: path.slice(2), text }))
    return unroll({ value: item, place: within(place, 'items', index), ambiguous: inner }, depth + 1)
  })
}
