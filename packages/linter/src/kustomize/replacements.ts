import { type Place, within } from '@espalier/model'
import type { Document } from '../fleet/documents.ts'
import { field, isRecord, list, number, text } from '../fleet/fields.ts'
import { resolvePath } from '../fleet/resolve-path.ts'
import { copy } from './copy.ts'
import { type Slot, slotsAt, stepsOf } from './field-path.ts'
import { effectiveNamespace, formerIds, type Id, idOf } from './id.ts'
import type { Kustomization } from './kustomization.ts'
import { readFile } from './read-file.ts'
import { refuse } from './refuse.ts'
import type { Resource } from './resource.ts'
import { readSelector } from './select.ts'
import type { Work } from './work.ts'

/** `replacements`: a value of one object, or a given one, written into fields of others. */
export function replaceValues(
  resources: readonly Resource[],
  kustomization: Kustomization,
  work: Work,
): void {
  for (const { value, place } of entriesOf(kustomization, work)) replaceOne(resources, value, place, work)
}

/** The replacements that stand in the kustomization, and those of the files it names. */
function entriesOf({ folder, fields, at }: Kustomization, work: Work): readonly Document[] {
  return list(fields.replacements).flatMap((value, index) => {
    const place = within(at, 'replacements', index)
    const path = text(field(value, 'path'))
    if (path === undefined) return [{ value, place, ambiguous: [] }]
    const documents = readFile(resolvePath(folder, path), path, within(place, 'path'), work) ?? []
    return documents.flatMap(document =>
      Array.isArray(document.value)
        ? document.value.map((one, item) => ({
            value: one,
            place: within(document.place, item),
            ambiguous: [],
          }))
        : [document],
    )
  })
}

function replaceOne(resources: readonly Resource[], entry: unknown, at: Place, work: Work): void {
  const value = sourceOf(resources, entry, at, work)
  if (value === undefined) return
  for (const [index, target] of list(field(entry, 'targets')).entries())
    writeInto(resources, target, { value, at: within(at, 'targets', index), from: at }, work)
}

function sourceOf(resources: readonly Resource[], entry: unknown, at: Place, work: Work): unknown {
  const given = field(entry, 'sourceValue')
  if (given !== undefined) return given
  const source = field(entry, 'source')
  const fail = (message: string): undefined => {
    refuse(work, within(at, 'source'), message)
    return undefined
  }
  if (!isRecord(source)) return fail('a replacement has a source')
  const found = resources.filter(resource => idsOf(resource).some(id => isSelectedBy(id, source)))
  const [first] = found
  if (first === undefined || found.length > 1)
    return fail(
      found.length === 0
        ? 'nothing is what this source selects'
        : `this source selects ${found.length} objects`,
    )
  const path = text(source.fieldPath) || 'metadata.name'
  if (isUnknown(first, path, work)) {
    const { kind, name } = idOf(first.object)
    const message = `the data of ${kind} ${name} is not read, so the replacement is not made`
    work.remarks.push({ kind: 'unread', at: within(at, 'source'), message })
    return undefined
  }
  const [slot] = slotsAt(first.object, stepsOf(path), false)
  if (slot === undefined || slot.value === null || slot.value === '') return fail(`the source has no ${path}`)
  const delimiter = text(field(source, 'options', 'delimiter'))
  if (!delimiter) return slot.value
  const part = String(slot.value).split(delimiter)[number(field(source, 'options', 'index')) ?? 0]
  return part ?? fail(`${path} of the source has no such part`)
}

function isUnknown({ object }: Resource, path: string, { withoutData }: Work): boolean {
  return withoutData.has(object) && !['apiVersion', 'kind', 'metadata'].includes(stepsOf(path)[0] ?? '')
}

interface Written {
  readonly value: unknown
  readonly at: Place
  /** Where a field that got the value is said to stand. */
  readonly from: Place
}

function writeInto(resources: readonly Resource[], target: unknown, written: Written, work: Work): void {
  const { at } = written
  const select = readSelector(field(target, 'select'))
  const rejects = list(field(target, 'reject')).map(one => ({ one, selector: readSelector(one) }))
  if (typeof select === 'string' || rejects.some(({ selector }) => typeof selector === 'string')) {
    work.remarks.push({
      kind: 'unread',
      at,
      message: 'this target is beyond Espalier, so the replacement is not made',
    })
    return
  }
  const given = list(field(target, 'fieldPaths')).filter(one => typeof one === 'string')
  const paths = given.length > 0 ? given : ['metadata.name']
  for (const resource of resources) {
    const ids = idsOf(resource)
    const isRejected = rejects.some(
      ({ one, selector }) =>
        typeof selector !== 'string' &&
        (hasIdentity(one) ? ids.some(id => selector.selectsId(id)) : selector.selectsLabels(resource)),
    )
    if (isRejected || !select.selectsLabels(resource) || !ids.some(id => select.selectsId(id))) continue
    work.trace.pin(resource.object, resource.place, false)
    for (const path of paths) writeAt(resource, path, field(target, 'options'), written, work)
  }
}

function writeAt(
  resource: Resource,
  path: string,
  options: unknown,
  { value, at, from }: Written,
  work: Work,
): void {
  const slots = slotsAt(resource.object, stepsOf(path), field(options, 'create') === true)
  if (slots.length === 0 && !isUnknown(resource, path, work)) {
    const { kind, name } = idOf(resource.object)
    // Newer releases look into texts that hold YAML or JSON too.
    const isInText = stepsOf(path).some((_, end, steps) =>
      slotsAt(resource.object, steps.slice(0, end), false).some(slot => typeof slot.value === 'string'),
    )
    if (isInText)
      work.remarks.push({
        kind: 'unread',
        at,
        message: `${path} leads into a text, which is not changed`,
      })
    else refuse(work, at, `${kind} ${name} has no ${path}`)
  }
  const mayBeNumber = !/^metadata\.(labels|annotations)\b/.test(path)
  for (const slot of slots) {
    slot.write(valueFor(slot, value, options, mayBeNumber))
    work.trace.mark(slot.container, slot.key, from)
  }
}

function valueFor({ value: before }: Slot, value: unknown, options: unknown, mayBeNumber: boolean): unknown {
  const delimiter = text(field(options, 'delimiter'))
  if (delimiter && typeof before === 'string') {
    const index = number(field(options, 'index')) ?? 0
    const parts = before.split(delimiter)
    if (index < 0) parts.unshift(String(value))
    else parts[Math.min(index, parts.length)] = String(value)
    return parts.join(delimiter)
  }
  // A number stays one, and a text a text.
  const isNumber = typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
  if (typeof before === 'string') return typeof value === 'object' ? copy(value) : String(value)
  if (isNumber && (typeof before === 'number' || (mayBeNumber && before === undefined))) return Number(value)
  return copy(value)
}

function idsOf(resource: Resource): readonly Id[] {
  return [idOf(resource.object), ...formerIds(resource)]
}

function isSelectedBy(id: Id, source: Readonly<Record<string, unknown>>): boolean {
  const { namespace, ...rest } = { group: '', version: '', kind: '', name: '', namespace: '', ...source }
  const fits = (['group', 'version', 'kind', 'name'] as const).every(
    key => rest[key] === '' || rest[key] === id[key],
  )
  return fits && (namespace === '' || effectiveNamespace({ ...id, namespace }) === effectiveNamespace(id))
}

function hasIdentity(selector: unknown): boolean {
  return ['group', 'version', 'kind', 'name', 'namespace'].some(key => field(selector, key))
}
