/** One field that differs; a side is undefined where it does not have the field. */
export interface FieldChange {
  /** As people write it: `spec.rules[1].backendRefs[cart-east].weight`. */
  readonly field: string
  readonly before?: unknown
  readonly after?: unknown
}

/** How a value differs from what it was, field by field; items of a list are told apart by their names where they have such. */
export function changedFields(before: unknown, after: unknown, field = ''): readonly FieldChange[] {
  if (isList(before) && isList(after)) return changedItems(before, after, field)
  if (isMapping(before) && isMapping(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
    return keys.flatMap(key => changedFields(before[key], after[key], within(field, key)))
  }
  if (before === after || isEqual(before, after)) return []
  return [{ field, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }]
}

function changedItems(
  before: readonly unknown[],
  after: readonly unknown[],
  field: string,
): readonly FieldChange[] {
  const [old, now] = [namesOf(before), namesOf(after)]
  if (old !== undefined && now !== undefined)
    return changedByName(byName(old, before), byName(now, after), field)
  const head = commonItems(before, after)
  const tail = commonItems(before.slice(head).reverse(), after.slice(head).reverse())
  const [left, right] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)]
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) =>
    changedFields(left[at], right[at], `${field}[${head + at}]`),
  ).flat()
}

function changedByName(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
  field: string,
): readonly FieldChange[] {
  const names = [...new Set([...before.keys(), ...after.keys()])]
  const changes = names.flatMap(name => changedFields(before.get(name), after.get(name), `${field}[${name}]`))
  const kept = (all: ReadonlyMap<string, unknown>, others: ReadonlyMap<string, unknown>) =>
    [...all.keys()].filter(name => others.has(name))
  const [order, now] = [kept(before, after), kept(after, before)]
  if (isEqual(order, now)) return changes
  return [...changes, { field: `${field} (order)`, before: order, after: now }]
}

/** By which fields items of lists are told apart, the first that all of them have and no two share. */
const identifying = [['name'], ['group', 'kind'], ['name', 'namespace'], ['server', 'namespace']]

/** The names of all items, where each has one of its own. */
function namesOf(items: readonly unknown[]): readonly string[] | undefined {
  for (const fields of identifying) {
    const names = items.flatMap(item => {
      const values = fields.map(field => (isMapping(item) ? item[field] : undefined))
      return values.every(value => typeof value === 'string')
        ? [values.filter(value => value !== '').join('/')]
        : []
    })
    if (names.length === items.length && new Set(names).size === names.length) return names
  }
  return undefined
}

function byName(names: readonly string[], items: readonly unknown[]): ReadonlyMap<string, unknown> {
  return new Map(names.map((name, at) => [name, items[at]]))
}

/** How many items two lists begin with alike. */
function commonItems(one: readonly unknown[], other: readonly unknown[]): number {
  const end = one.findIndex((item, at) => at >= other.length || !isEqual(item, other[at]))
  return end < 0 ? one.length : end
}

function within(field: string, key: string): string {
  if (!/^[\w-]+$/.test(key)) return `${field}[${JSON.stringify(key)}]`
  return field === '' ? key : `${field}.${key}`
}

// Both sides were read from texts of one writer, which has one order of fields.
function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
