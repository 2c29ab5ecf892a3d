import type { ErrorObject } from 'ajv'
import type { Problem } from './finding.ts'
import { didYouMean } from './nearest.ts'
import { withoutUnionNoise } from './schema-unions.ts'
import { fieldOf, wrongValue } from './schema-words.ts'
import { keyOf, type Path, type Place, within } from './source.ts'

/** A scalar as the user wrote it, where reading it as a number or boolean lost that. */
export type AsWritten = (at: Place) => string | undefined

/** What a message calls a field. */
export type Naming = (at: Place) => string

/** Says what a JSON Schema validator (ajv with `allErrors` and `verbose`) found, in a user's words and at the user's field. */
export function schemaProblems(
  errors: readonly ErrorObject[],
  value: unknown,
  root: Place,
  written: AsWritten = () => undefined,
  named: Naming = fieldOf,
): readonly Problem[] {
  return withoutUnionNoise(errors).map(error =>
    problemOf(error, placeOfError(error, value, root), written, named),
  )
}

/** The field that an error is about. */
export function placeOfError(
  { instancePath, propertyName }: ErrorObject,
  value: unknown,
  root: Place,
): Place {
  const at = within(root, ...pathOf(instancePath, value))
  return propertyName === undefined ? at : keyOf(within(at, propertyName))
}

/** A JSON pointer as a path; list positions become numbers by what the value holds there. */
function pathOf(pointer: string, value: unknown): Path {
  let here: unknown = value
  return pointer
    .split('/')
    .slice(1)
    .map(part => {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
      const step = Array.isArray(here) ? Number(key) : key
      here = isRecord(here) ? here[key] : undefined
      return step
    })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function problemOf(error: ErrorObject, at: Place, written: AsWritten, named: Naming): Problem {
  const { keyword, params, parentSchema } = error
  const known: Readonly<Record<string, { readonly examples?: readonly unknown[] }>> =
    parentSchema?.properties ?? {}
  if (keyword === 'additionalProperties') {
    const name = String(params.additionalProperty)
    return {
      check: 'unknown-field',
      message: unknownField(name, Object.keys(known), named(at)),
      at: keyOf(within(at, name)),
    }
  }
  if (keyword === 'required') {
    const name = String(params.missingProperty)
    const [example] = known[name]?.examples ?? []
    const hint = typeof example === 'string' ? `, for example ${name}: ${example}` : ''
    return { check: 'missing-field', message: `${named(at)} needs the field ${name}${hint}`, at: keyOf(at) }
  }
  if (keyword === 'uniqueItems') {
    return {
      check: 'wrong-value',
      message: wrongValue(error, at, named),
      at: within(at, Math.max(params.i, params.j)),
    }
  }
  return { check: 'wrong-value', message: wrongValue(error, at, named, written(at)), at }
}

function unknownField(name: string, known: readonly string[], parent: string): string {
  const near = didYouMean(name, known)
  const others = known.length === 0 ? '' : `; it has ${known.join(', ')}`
  return `${parent} has no field ${JSON.stringify(name)}${near === '' ? others : near}`
}
