import { type Place, within } from '@espalier/model'
import { applyPatch, type Operation } from 'rfc6902'
import { isRecord } from '../fleet/fields.ts'
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
  for (const [index, given] of patch.operations.entries()) {
    const operation = readOperation(object, given)
    if (typeof operation === 'string') return operation
    // The library takes operations as they come, and has no check of its own.
    const [error] = applyPatch(object, [copy(operation) as Operation])
    if (error?.name === 'TestError') return `${operation.path} is not what the patch tests for`
    if (error) return `there is no ${operation.path} in it`
    notePlace(
      { object, place },
      operation,
      patch.isInline ? patch.at : within(patch.at, index, 'value'),
      trace,
    )
  }
  return undefined
}

interface Step {
  readonly op: string
  readonly path: string
}

/** An operation as RFC 6902 has it, of what kustomize takes; or what is wrong with it. Source: evanphx/json-patch v4.13. */
function readOperation(object: object, operation: unknown): Step | string {
  if (!isRecord(operation)) return 'a JSON patch is a list of operations'
  const { op, path, from } = operation
  if (typeof op !== 'string' || !operations.includes(op))
    return `${JSON.stringify(op)} is no operation of a JSON patch`
  const needsFrom = op === 'move' || op === 'copy'
  if (!isPointer(path) || (needsFrom && !isPointer(from)))
    return `${JSON.stringify(isPointer(path) ? from : path)} is no path of a JSON patch, which begins with /`
  const resolved = fromEnd(object, path, op === 'add')
  const { parent, key } = targetOf(object, resolved)
  const isNew = op === 'replace' && isRecord(parent) && !Object.hasOwn(parent, key)
  return { ...operation, op: isNew ? 'add' : op, path: resolved }
}

/** A negative index counts from the end of a list, which the library knows nothing of. */
function fromEnd(object: object, path: string, adds: boolean): string {
  let here: unknown = object
  const steps = path.split('/').map((step, at, all) => {
    if (at === 0) return step
    const isNegative = Array.isArray(here) && /^-\d+$/.test(step)
    const length = Array.isArray(here) ? here.length + (adds && at === all.length - 1 ? 1 : 0) : 0
    const found = isNegative ? String(length + Number(step)) : step
    here = stepInto(here, unescaped(found))
    return found
  })
  return steps.join('/')
}

function targetOf(
  object: object,
  path: string,
): { readonly parent: unknown; readonly key: string; readonly way: readonly string[] } {
  const way = path.slice(1).split('/').map(unescaped)
  const key = way.pop() ?? ''
  return { parent: way.reduce<unknown>(stepInto, object), key, way }
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}

const operations = ['add', 'remove', 'replace', 'move', 'copy', 'test']

function isPointer(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('/')
}

function notePlace(
  { object, place }: Pick<Resource, 'object' | 'place'>,
  { op, path }: Step,
  at: Place,
  trace: Trace,
): void {
  if (op === 'test') return
  const { parent, key, way } = targetOf(object, path)
  if (Array.isArray(parent))
    noteItem(parent, key, { at, isNew: op !== 'remove', list: trace.follow(object, place, way) }, trace)
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
