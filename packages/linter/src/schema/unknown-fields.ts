import { isRecord } from '../fleet/fields.ts'
import type { Shape } from './kind-package.ts'
import type { UnknownField } from './kind-schema.ts'

type Shapes = Readonly<Record<string, Shape>>

/** A shape as it is walked: what a field may hold is looked up once and kept, since objects of a kind have mostly the same fields. */
interface Node {
  readonly shapes: Shapes
  readonly shape: Exclude<Shape, string>
  /** Of the items of a list, or of the names of a mapping that it does not list. */
  others?: Node
  /** Of the names that a mapping lists. */
  readonly fields: Map<string, Node>
}

/** Answers with the fields of a value that a shape does not know; what is of another type than the shape is somebody else's business. */
export function createUnknownFields(
  shape: Shape,
  shapes: Shapes,
): (value: unknown) => readonly UnknownField[] {
  const root = nodeOf(shape, shapes)
  return value => {
    const found: UnknownField[] = []
    visit({ taken: [], found }, value, root)
    return found
  }
}

interface Walk {
  readonly taken: (string | number)[]
  readonly found: UnknownField[]
}

function visit(walk: Walk, value: unknown, node: Node): void {
  const { shape } = node
  if (shape === 0) return
  if (isList(shape)) {
    if (Array.isArray(value)) visitItems(walk, value, othersOf(node, shape[0]))
  } else if (isRecord(value)) visitFields(walk, value, node, shape)
}

function visitItems(walk: Walk, items: readonly unknown[], node: Node): void {
  for (const [index, item] of items.entries()) step(walk, index, item, node)
}

type Fields = Exclude<Shape, 0 | string | readonly [Shape]>

function visitFields(walk: Walk, value: Readonly<Record<string, unknown>>, node: Node, shape: Fields): void {
  for (const name of Object.keys(value)) {
    const inner = node.fields.get(name) ?? innerOf(node, shape, name)
    if (inner !== undefined) step(walk, name, value[name], inner)
    else walk.found.push({ path: [...walk.taken], name, known: Object.keys(shape) })
  }
}

function innerOf(node: Node, shape: Fields, name: string): Node | undefined {
  const inner = Object.hasOwn(shape, name) ? shape[name] : undefined
  // Names that authors choose are without number, and not kept.
  if (inner === undefined) return shape['*'] === undefined ? undefined : othersOf(node, shape['*'])
  const made = nodeOf(inner, node.shapes)
  node.fields.set(name, made)
  return made
}

function othersOf(node: Node, shape: Shape): Node {
  node.others ??= nodeOf(shape, node.shapes)
  return node.others
}

function nodeOf(shape: Shape, shapes: Shapes): Node {
  let here: Shape = shape
  while (typeof here === 'string') here = shapes[here] ?? 0
  return { shapes, shape: here, fields: new Map() }
}

function step(walk: Walk, key: string | number, value: unknown, node: Node): void {
  if (node.shape === 0) return
  walk.taken.push(key)
  visit(walk, value, node)
  walk.taken.pop()
}

function isList(shape: Fields | readonly [Shape]): shape is readonly [Shape] {
  return Array.isArray(shape)
}
