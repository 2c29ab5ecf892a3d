import { type Place, within } from '@espalier/model'
import type { Document } from '../fleet/documents.ts'
import { field, isRecord, list, text } from '../fleet/fields.ts'
import { idOf, remember } from './id.ts'
import { applyJsonPatch } from './json-patch.ts'
import type { Kustomization } from './kustomization.ts'
import { isPatch, type MergeOptions, merged, mergeEach, titleOf } from './merge-each.ts'
import { noteDoubles } from './note-doubles.ts'
import { isPatchOnALine, type PatchText, readInline, readPatch, readPatchFile } from './read-patch.ts'
import { refuse } from './refuse.ts'
import type { Resource } from './resource.ts'
import { readSelector, type Selector } from './select.ts'
import type { Work } from './work.ts'

const keepsAll: MergeOptions = { mayRename: false, mayChangeKind: false, isCopied: true }

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
    const isInline = named.includes('\n') || isPatchOnALine(named)
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
    if (field(entry, 'options', 'allowNameChange') === true) noteDoubles(result, at, work)
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
    return jsonPatched(resources, first, { selector, at, patch }, work)
  const options: MergeOptions = {
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

interface JsonPatch {
  readonly selector: Selector | undefined
  readonly at: Place
  readonly patch: PatchText
}

function jsonPatched(
  resources: readonly Resource[],
  { value, place }: Document,
  { selector, at, patch: { isHalfJson, isInline } }: JsonPatch,
  work: Work,
): readonly Resource[] {
  const { remarks, trace } = work
  if (selector === undefined) {
    remarks.push({ kind: 'broken', at, message: 'a JSON patch needs a target' })
    return resources
  }
  if (isHalfJson) {
    const message = 'a patch that begins with [ has to be JSON, and this is YAML'
    remarks.push({ kind: 'broken', at: place, message })
    return resources
  }
  return resources.map(resource => {
    if (!selector.selects(resource)) return resource
    const before = remember(resource)
    trace.pin(resource.object, resource.place, false)
    const failure = applyJsonPatch(resource, { operations: list(value), at: place, isInline }, trace)
    if (failure !== undefined && !work.withoutData.has(resource.object))
      refuse(work, place, `the patch fails on ${titleOf(idOf(resource.object))}: ${failure}`)
    return before
  })
}
