import type { Shape } from '../embed/kinds/shape.ts'

/** A JSON Schema that knows the fields of a shape, and what they may not be: less than our validators ask, so a peer has less to do. */
export function shapeSchema(shape: Shape, shapes: Readonly<Record<string, Shape>>): object {
  if (shape === 0) return {}
  if (typeof shape === 'string') return shapeSchema(shapes[shape] ?? 0, shapes)
  if (isList(shape)) return { type: 'array', items: shapeSchema(shape[0], shapes) }
  const { '*': rest, ...fields } = shape
  const properties = Object.entries(fields).map(([name, inner]) => [name, shapeSchema(inner, shapes)])
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    additionalProperties: rest === undefined ? false : shapeSchema(rest, shapes),
  }
}

function isList(shape: Exclude<Shape, 0 | string>): shape is readonly [Shape] {
  return Array.isArray(shape)
}
