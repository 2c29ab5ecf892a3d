import { type Place, within } from '@espalier/model'
import { applyPatch, type Operation } from 'rfc6902'
import { isRecord, text } from '../fleet/fields.ts'
import { copy, own } from './copy.ts'
import type { Resource } from './resource.ts'
import type { Trace } from './trace.ts'

/** A JSON patch, and where it is written. */
export interface JsonPatch {
  readonly operations: readonly unknown[]
  readonly at: Place
  readonly isInline: boolean
}

/** Applies a JSON patch (RFC 6902) to an object; what comes back is why it cannot be. */
export function applyJsonPatch(
  { object, place }: Pick<Resource, 'object' | 'place'>,
  patch: JsonPatch,
  trace: Trace,
): string | undefined {
  for (const [index, operation] of patch.operations.entries()) {
    const failure = applyOne(object, operation)
    if (failure !== undefined) return failure
    const at = patch.isInline ? patch.at : within(patch.at, index, 'value')
    notePlace({ object, place }, operation, at, trace)
  }
  return undefined
}

function applyOne(object: object, operation: unknown): string | undefined {
  if (!isRecord(operation)) return 'a JSON patch is a list of operations'
  const { op, path } = operation
  const pointers = [path, ...(op === 'move' || op === 'copy' ? [operation.from] : [])]
  if (typeof op !== 'string' || !operations.includes(op))
    return `${JSON.stringify(op)} is no operation of a JSON patch`
  if (!pointers.every(isPointer))
    return `${JSON.stringify(path)} is no path of a JSON patch, which begins with /`
  // The library takes operations as they come, and has no check of its own.
  const [error] = applyPatch(object, [copy(operation) as Operation])
  if (!error) return undefined
  return error.name === 'TestError'
    ? `${text(path)} is not what the patch tests for`
    : `there is no ${text(path)} in it`
}

const operations = ['add', 'remove', 'replace', 'move', 'copy', 'test']

function isPointer(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('/')
}

function notePlace(
  { object, place }: Pick<Resource, 'object' | 'place'>,
  operation: unknown,
  at: Place,
  trace: Trace,
): void {
  const { op, path } = isRecord(operation) ? operation : {}
  if (op === 'test' || typeof path !== 'string') return
  const steps = path
    .slice(1)
    .split('/')
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const key = steps.pop() ?? ''
  const parent = steps.reduce<unknown>(stepInto, object)
  if (Array.isArray(parent))
    noteItem(parent, key, { at, isNew: op !== 'remove', list: trace.follow(object, place, steps) }, trace)
  else if (isRecord(parent) && op !== 'remove') {
    trace.mark(parent, key, at)
    trace.pin(own(parent, key), at, true)
  }
}

// Items that are no containers cannot carry their places along: those that may have moved are said to stand where the list does.
function noteItem(
  items: readonly unknown[],
  key: string,
  { at, isNew, list }: { readonly at: Place; readonly isNew: boolean; readonly list: Place },
  trace: Trace,
): void {
  const index = key === '-' ? items.length - 1 : Number(key)
  for (const [one, item] of items.entries()) {
    const itself = isNew && one === index
    if (itself) trace.pin(item, at, true)
    if (typeof item !== 'object' || item === null) trace.mark(items, one, itself ? at : list)
  }
}

function stepInto(value: unknown, step: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, step)?.value
    : undefined
}
