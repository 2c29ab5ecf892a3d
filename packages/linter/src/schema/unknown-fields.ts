import { isRecord } from '../fleet/fields.ts'
import type { Shape } from './kind-package.ts'
import type { UnknownField } from './kind-schema.ts'

interface Walk {
  readonly shapes: Readonly<Record<string, Shape>>
  readonly taken: (string | number)[]
  readonly found: UnknownField[]
}

/** The fields of a value that its shape does not know; what is of another type than the shape is somebody else's business. */
export function unknownFields(
  value: unknown,
  shape: Shape,
  shapes: Readonly<Record<string, Shape>>,
): readonly UnknownField[] {
  const walk = { shapes, taken: [], found: [] }
  visit(walk, value, shape)
  return walk.found
}

function visit(walk: Walk, value: unknown, named: Shape): void {
  const shape = resolve(walk, named)
  if (shape === 0) return
  if (isList(shape)) {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) step(walk, index, item, shape[0])
  } else if (isRecord(value)) visitFields(walk, value, shape)
}

type Fields = Exclude<Shape, 0 | string | readonly [Shape]>

function visitFields(walk: Walk, value: Readonly<Record<string, unknown>>, shape: Fields): void {
  for (const name of Object.keys(value)) {
    const inner = Object.hasOwn(shape, name) ? shape[name] : shape['*']
    if (inner !== undefined) step(walk, name, value[name], inner)
    else walk.found.push({ path: [...walk.taken], name, known: Object.keys(shape) })
  }
}

function resolve({ shapes }: Walk, shape: Shape): Exclude<Shape, string> {
  let here: Shape = shape
  while (typeof here === 'string') here = shapes[here] ?? 0
  return here
}

function step(walk: Walk, key: string | number, value: unknown, shape: Shape): void {
  if (shape === 0) return
  walk.taken.push(key)
  visit(walk, value, shape)
  walk.taken.pop()
}

function isList(shape: Fields | readonly [Shape]): shape is readonly [Shape] {
  return Array.isArray(shape)
}
