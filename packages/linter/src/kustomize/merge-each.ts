import type { Path } from '@espalier/model'
import type { Document } from '../fleet/documents.ts'
import { isRecord, record } from '../fleet/fields.ts'
import { valueAt } from '../fleet/value-at.ts'
import { isMutable, type Mutable } from './copy.ts'
import { formerIds, type Id, idKey, idOf, remember } from './id.ts'
import { mergePatch } from './merge-patch.ts'
import type { PatchText } from './read-patch.ts'
import { refuse } from './refuse.ts'
import type { Resource } from './resource.ts'
import type { Work } from './work.ts'

/** What a patch may do to the objects that it is for. */
export interface MergeOptions {
  readonly mayRename: boolean
  readonly mayChangeKind: boolean
  /** It has a target, or stands under `patchesStrategicMerge`. */
  readonly isCopied: boolean
}

/** Each document is merged into the one object that it names. */
export function mergeEach(
  resources: readonly Resource[],
  { documents, isInline }: PatchText,
  options: MergeOptions,
  work: Work,
): readonly Resource[] {
  return documents.reduce((result, document) => {
    if (!isPatch(document, work)) return result
    const id = idOf(document.value)
    const matches = result.filter(one => isCalled(one, idKey(id)))
    if (matches.length === 1)
      return merged(result, one => one === matches[0], document, { ...options, isInline }, work)
    const message =
      matches.length === 0
        ? `the patch is for ${titleOf(id)}, which is not among the resources${id.version === '' ? ', since it has no apiVersion' : ''}`
        : `the patch is for ${titleOf(id)}, and ${matches.length} of the resources are or were called so`
    refuse(work, document.place, message)
    return result
  }, resources)
}

/** The resources, with the patch merged into those that are meant. */
export function merged(
  resources: readonly Resource[],
  isMeant: (resource: Resource) => boolean,
  { value, place, ambiguous }: Document,
  { isInline, ...options }: MergeOptions & Pick<PatchText, 'isInline'>,
  { trace }: Work,
): readonly Resource[] {
  if (!isRecord(value)) return resources
  return resources.flatMap(resource => {
    if (!isMeant(resource)) return [resource]
    const { object } = resource
    const id = idOf(object)
    const result = options.mayRename || options.mayChangeKind ? remember(resource) : resource
    trace.pin(object, resource.place, false)
    const patch = withoutIdentity(value, options)
    if (!mergePatch(object, patch, place, { id, trace, isInline })) return []
    keepIdentity(object, id)
    const kept = result.ambiguous.filter(({ path }) => valueAt(value, path) === undefined)
    return [{ ...result, ambiguous: [...kept, ...ambiguous.filter(({ path }) => isTaken(path, options))] }]
  })
}

// What says which object is meant changes nothing of it, unless that is asked for.
function withoutIdentity(patch: Mutable, { mayRename, mayChangeKind, isCopied }: MergeOptions): Mutable {
  const { apiVersion: _, kind, metadata, ...rest } = patch
  const { name, namespace: __, ...given } = record(metadata)
  const other = isCopied ? withTexts(given) : given
  return { ...rest, ...(mayChangeKind && { kind }), metadata: { ...other, ...(mayRename && { name }) } }
}

// A patch with a target is copied before it is merged, and the copy has texts only for labels and annotations: null is one too.
function withTexts(metadata: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const entries = Object.entries(metadata).flatMap(([key, value]) => {
    if (key !== 'labels' && key !== 'annotations') return [[key, value]]
    const texts = Object.entries(record(value)).map(([name, one]) => [name, String(one)])
    return texts.length > 0 ? [[key, Object.fromEntries(texts)]] : []
  })
  return Object.fromEntries(entries)
}

// Where the items of a list come to stand is another matter.
function isTaken(path: Path, { isCopied }: MergeOptions): boolean {
  const becomesText =
    isCopied && path[0] === 'metadata' && (path[1] === 'labels' || path[1] === 'annotations')
  return !becomesText && path.every(step => typeof step === 'string')
}

// A patch may replace the object as a whole.
function keepIdentity(object: Mutable, { group, version, kind, namespace, name }: Id): void {
  object.apiVersion ??= group === '' ? version : `${group}/${version}`
  object.kind ??= kind
  const { metadata } = object
  if (isMutable(metadata)) {
    metadata.name ??= name
    if (namespace !== '') metadata.namespace ??= namespace
  } else object.metadata = { name, ...(namespace !== '' && { namespace }) }
}

/** True, or a remark, for what says which object it is for. */
export function isPatch({ value, place }: Document, { remarks }: Work): boolean {
  const { kind, name } = idOf(value)
  const missing = [...(kind === '' ? ['kind'] : []), ...(name === '' ? ['metadata.name'] : [])]
  if (missing.length === 0) return true
  remarks.push({ kind: 'broken', at: place, message: `the patch has no ${missing.join(' and no ')}` })
  return false
}

function isCalled(resource: Resource, key: string): boolean {
  return [...formerIds(resource), idOf(resource.object)].some(id => idKey(id) === key)
}

/** `Service shop/cart`. */
export function titleOf({ kind, namespace, name }: Id): string {
  return `${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`
}
