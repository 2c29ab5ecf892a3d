import type { Document } from '../fleet/documents.ts'
import { isRecord } from '../fleet/fields.ts'
import { copyOf } from './copy.ts'
import { idOf } from './id.ts'
import type { Resource } from './resource.ts'
import type { Work } from './work.ts'

/** As many objects as one text may hold documents. */
const most = 100_000

/** The objects of some documents, as the build's own copies. */
export function readResources(documents: readonly Document[], { spent, remarks }: Work): readonly Resource[] {
  return documents.flatMap(({ value, place, ambiguous }) => {
    const missing = whatIsMissing(value)
    if (missing !== '')
      remarks.push({ kind: 'broken', at: place, message: `kustomize refuses a resource ${missing}` })
    if (missing !== '' || !isRecord(value)) return []
    spent.objects += 1
    if (spent.objects === most + 1)
      remarks.push({
        kind: 'unread',
        at: place,
        message: `this build takes more than ${most} objects; the others are not read`,
      })
    if (spent.objects > most) return []
    return [{ object: copyOf(value), place, ambiguous, former: [], prefixes: [], suffixes: [] }]
  })
}

function whatIsMissing(value: unknown): string {
  if (!isRecord(value)) return `that is a ${Array.isArray(value) ? 'list' : typeof value}`
  const { kind, name } = idOf(value)
  if (kind === '') return 'without kind'
  return name === '' ? 'without metadata.name' : ''
}
