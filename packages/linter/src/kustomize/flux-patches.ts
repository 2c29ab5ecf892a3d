import { type Place, within } from '@espalier/model'
import { readDocuments } from '../fleet/documents.ts'
import { field, isRecord, list, text } from '../fleet/fields.ts'
import { isFilledInLater } from '../fleet/filled-in-later.ts'
import type { Added } from './flux-fields.ts'
import type { Work } from './work.ts'

/** The patches of a Kustomization of Flux, as entries of a kustomization; those of which nobody knows what they are for are left out. */
export function fluxPatches(spec: unknown, at: Place, { remarks }: Work): readonly Added[] {
  return list(field(spec, 'patches')).flatMap((entry, index) => {
    const [patch, target] = [text(field(entry, 'patch')), field(entry, 'target')]
    if (!isOpen(patch ?? '', target, at))
      return [{ value: { patch, ...(isRecord(target) && { target: selectorOf(target) }) }, index }]
    const message =
      'the files do not fill in what this patch is for, or what it sets, so that it is not applied'
    remarks.push({ kind: 'unread', at: within(at, 'patches', index), message })
    return []
  })
}

const parts = ['group', 'version', 'kind', 'name', 'namespace', 'labelSelector', 'annotationSelector']

function selectorOf(target: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(parts.flatMap(part => (part in target ? [[part, target[part]]] : [])))
}

// Of the object that is meant, or of what an operation changes.
const telling = /\b(apiVersion|kind|name|namespace|path|from)"?:[^\n,}]*(\$\{|\{\{)/

function isOpen(patch: string, target: unknown, { source }: Place): boolean {
  if (isFilledInLater(JSON.stringify(target ?? ''))) return true
  if (!isFilledInLater(patch)) return false
  return telling.test(patch) || readDocuments({ file: source.file, text: patch }).faults.length > 0
}
