import type { ErrorObject } from 'ajv'
import { isRecord } from '../fleet/fields.ts'
import { keysOf, pointedAt } from './json-pointer.ts'

/** One of several fields is needed, or only one possible. */
export interface Choice {
  readonly instancePath: string
  /** The fields of which one would do; none where there are too many. */
  readonly missing: readonly string[]
  /** The fields of which one is too many. */
  readonly excess: readonly string[]
}

export interface Settled {
  readonly errors: readonly ErrorObject[]
  readonly choices: readonly Choice[]
}

const isUnion = ({ keyword }: ErrorObject): boolean => keyword === 'oneOf' || keyword === 'anyOf'

/** One error for each mistake: what the branches of a union say becomes what the union says. `again` validates another object. */
export function settleUnions(
  errors: readonly ErrorObject[],
  object: unknown,
  again: (object: unknown) => readonly ErrorObject[],
): Settled {
  const unions = new Map(errors.filter(isUnion).map(union => [union.instancePath, union]))
  if (unions.size === 0) return { errors, choices: [] }
  const settled = [...unions].map(([path, union]): Settled => {
    const own = errors.filter(error => error.instancePath === path && !isUnion(error))
    const types = own.filter(({ keyword }) => keyword === 'type')
    const fields = own.filter(({ keyword }) => keyword === 'required' || keyword === 'not')
    const others = own.filter(error => !types.includes(error) && !fields.includes(error))
    if (others.length > 0) return { errors: others, choices: [] }
    const [first] = types
    if (first !== undefined) return { errors: [{ ...first, params: { type: typesIn(types) } }], choices: [] }
    const excess = excessFields(path, object, again)
    const missing = excess.length > 0 ? [] : fields.flatMap(({ params }) => params.missingProperty ?? [])
    if (excess.length + missing.length === 0) return { errors: [union], choices: [] }
    return { errors: [], choices: [{ instancePath: path, missing: [...new Set<string>(missing)], excess }] }
  })
  return {
    errors: [
      ...errors.filter(({ instancePath }) => !unions.has(instancePath)),
      ...settled.flatMap(one => one.errors),
    ],
    choices: settled.flatMap(one => one.choices),
  }
}

function typesIn(errors: readonly ErrorObject[]): readonly unknown[] {
  return [...new Set(errors.flatMap(({ params }) => params.type))]
}

/** The fields without any one of which the union would be content. */
function excessFields(
  path: string,
  object: unknown,
  again: (object: unknown) => readonly ErrorObject[],
): readonly string[] {
  const data = pointedAt(object, path)
  if (!isRecord(data)) return []
  const isContent = (key: string) =>
    !again(without(object, [...keysOf(path), key])).some(
      error => isUnion(error) && error.instancePath === path,
    )
  return Object.keys(data).filter(isContent)
}

function without(here: unknown, [step = '', ...rest]: readonly string[]): unknown {
  if (Array.isArray(here))
    return here.map((item, index) => (String(index) === step ? without(item, rest) : item))
  if (!isRecord(here)) return here
  const fields = Object.entries(here).filter(([name]) => rest.length > 0 || name !== step)
  return Object.fromEntries(fields.map(([name, item]) => [name, name === step ? without(item, rest) : item]))
}
