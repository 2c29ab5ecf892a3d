/**
 * Which field names a type knows: 0 is anything, a text the name of another type, a list holds the shape of its items, a mapping that of each
 * field, where `*` stands for every name.
 */
export type Shape = 0 | string | readonly [Shape] | { readonly [field: string]: Shape }

/** What fits one of two shapes, or both at once: the types of the packages write unions and intersections for what is one mapping. */
export function mergeShapes(one: Shape | undefined, other: Shape | undefined): Shape | undefined {
  if (one === undefined) return other
  if (other === undefined || JSON.stringify(one) === JSON.stringify(other)) return one
  if (isFields(one) && isFields(other)) {
    const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
    return Object.fromEntries(names.map(name => [name, mergeShapes(one[name], other[name]) ?? 0]))
  }
  return 0
}

function isFields(shape: Shape): shape is { readonly [field: string]: Shape } {
  return typeof shape === 'object' && !Array.isArray(shape)
}
