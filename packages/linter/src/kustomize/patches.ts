import { type Place, within } from '@espalier/model'
import type { Document } from '../fleet/documents.ts'
import { field, isRecord, list, record, text } from '../fleet/fields.ts'
import { isMutable, type Mutable } from './copy.ts'
import { formerIds, type Id, idKey, idOf, remember } from './id.ts'
import { applyJsonPatch } from './json-patch.ts'
import type { Kustomization } from './kustomization.ts'
import { mergePatch } from './merge-patch.ts'
import { noteDoubles } from './note-doubles.ts'
import { type PatchText, readInline, readPatch, readPatchFile } from './read-patch.ts'
import type { Resource } from './resource.ts'
import { readSelector, type Selector } from './select.ts'
import type { Work } from './work.ts'

interface Options {
  readonly mayRename: boolean
  readonly mayChangeKind: boolean
  /** It has a target, or stands under `patchesStrategicMerge`. */
  readonly isCopied: boolean
}

const keepsAll: Options = { mayRename: false, mayChangeKind: false, isCopied: true }

/** `patchesStrategicMerge`: paths of files, or patches themselves. */
export function mergePatches(
  resources: readonly Resource[],
  kustomization: Kustomization,
  work: Work,
): readonly Resource[] {
  let result = resources
  for (const [index, entry] of list(kustomization.fields.patchesStrategicMerge).entries()) {
    const at = within(kustomization.at, 'patchesStrategicMerge', index)
    const named = text(entry) ?? ''
    const isInline = named.includes('\n')
    const patch = isInline ? readInline(named, at, work) : readPatchFile(named, at, kustomization, work)
    if (patch !== undefined) result = mergeEach(result, patch, keepsAll, work)
  }
  return result
}

/** `patchesJson6902`: a target and its operations. */
export function jsonPatches(
  resources: readonly Resource[],
  kustomization: Kustomization,
  work: Work,
): readonly Resource[] {
  return applyEntries('patchesJson6902', resources, kustomization, work)
}

/** `patches`: of either kind, with a target or, for a strategic merge, without. */
export function allPatches(
  resources: readonly Resource[],
  kustomization: Kustomization,
  work: Work,
): readonly Resource[] {
  return applyEntries('patches', resources, kustomization, work)
}

function applyEntries(
  key: 'patches' | 'patchesJson6902',
  resources: readonly Resource[],
  kustomization: Kustomization,
  work: Work,
): readonly Resource[] {
  let result = resources
  for (const [index, entry] of list(kustomization.fields[key]).entries()) {
    const at = within(kustomization.at, key, index)
    const patch = readPatch(entry, at, kustomization, work)
    if (patch === undefined) continue
    result = applyEntry(result, entry, at, patch, work)
    if (field(entry, 'options', 'allowNameChange') === true) noteDoubles(result, at, work.remarks)
  }
  return result
}

function applyEntry(
  resources: readonly Resource[],
  entry: unknown,
  at: Place,
  patch: PatchText,
  work: Work,
): readonly Resource[] {
  const target = field(entry, 'target')
  const selector = isRecord(target) ? readSelector(target) : undefined
  if (typeof selector === 'string') {
    const message = `the ${selector} of this target is beyond Espalier, so the patch is not applied`
    work.remarks.push({ kind: 'unread', at: within(at, 'target', selector), message })
    return resources
  }
  const [first, second] = patch.documents
  if (first !== undefined && Array.isArray(first.value))
    return jsonPatched(resources, first, { selector, at, isInline: patch.isInline }, work)
  const options: Options = {
    mayRename: field(entry, 'options', 'allowNameChange') === true,
    mayChangeKind: field(entry, 'options', 'allowKindChange') === true,
    isCopied: selector !== undefined,
  }
  if (selector === undefined) return mergeEach(resources, patch, options, work)
  if (second !== undefined) {
    const message = 'a patch with a target is one document, and this is another'
    work.remarks.push({ kind: 'broken', at: second.place, message })
  }
  if (first === undefined || !isPatch(first, work)) return resources
  return merged(
    resources,
    resource => selector.selects(resource),
    first,
    { ...options, isInline: patch.isInline },
    work,
  )
}

function jsonPatched(
  resources: readonly Resource[],
  { value, place }: Document,
  {
    selector,
    at,
    isInline,
  }: { readonly selector: Selector | undefined; readonly at: Place; readonly isInline: boolean },
  { remarks, trace }: Work,
): readonly Resource[] {
  if (selector === undefined) {
    remarks.push({ kind: 'broken', at, message: 'a JSON patch needs a target' })
    return resources
  }
  return resources.map(resource => {
    if (!selector.selects(resource)) return resource
    const before = remember(resource)
    trace.pin(resource.object, resource.place, false)
    const failure = applyJsonPatch(resource, { operations: list(value), at: place, isInline }, trace)
    if (failure !== undefined)
      remarks.push({
        kind: 'broken',
        at: place,
        message: `the patch fails on ${titleOf(idOf(resource.object))}: ${failure}`,
      })
    return before
  })
}

/** Each document is merged into the one object that it names. */
function mergeEach(
  resources: readonly Resource[],
  { documents, isInline }: PatchText,
  options: Options,
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
    work.remarks.push({ kind: 'broken', at: document.place, message })
    return result
  }, resources)
}

function merged(
  resources: readonly Resource[],
  isMeant: (resource: Resource) => boolean,
  { value, place }: Document,
  { isInline, ...options }: Options & Pick<PatchText, 'isInline'>,
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
    return [result]
  })
}

// What says which object is meant changes nothing of it, unless that is asked for.
function withoutIdentity(patch: Mutable, { mayRename, mayChangeKind, isCopied }: Options): Mutable {
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

function isPatch({ value, place }: Document, { remarks }: Work): boolean {
  const { kind, name } = idOf(value)
  const missing = [...(kind === '' ? ['kind'] : []), ...(name === '' ? ['metadata.name'] : [])]
  if (missing.length === 0) return true
  remarks.push({ kind: 'broken', at: place, message: `the patch has no ${missing.join(' and no ')}` })
  return false
}

function isCalled(resource: Resource, key: string): boolean {
  return [...formerIds(resource), idOf(resource.object)].some(id => idKey(id) === key)
}

function titleOf({ kind, namespace, name }: Id): string {
  return `${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`
}
