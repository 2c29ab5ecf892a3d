import type { ErrorObject } from 'ajv'

/**
 * Of the errors of a union (anyOf, oneOf), those of the branch that was meant, or the union's own where no branch was. Branches of our unions
 * differ in JSON type, so every error but "wrong type" comes from the branch that was meant.
 */
export function withoutUnionNoise(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const unions = new Map(errors.filter(isUnion).map(union => [union.instancePath, union]))
  const spoken = new Set<string>()
  for (const error of errors) {
    const own = error.instancePath
    if (unions.has(own) && !isUnion(error) && !isOfAnotherType(error)) spoken.add(own)
    for (const path of above(own)) if (unions.has(path)) spoken.add(path)
  }
  return errors.filter(error => {
    if (error.keyword === 'if' || error.keyword === 'propertyNames') return false
    if (!unions.has(error.instancePath)) return true
    return isUnion(error) ? !spoken.has(error.instancePath) : !isOfAnotherType(error)
  })
}

function isUnion(error: ErrorObject): boolean {
  return error.keyword === 'anyOf' || error.keyword === 'oneOf'
}

function isOfAnotherType({ keyword, params, data }: ErrorObject): boolean {
  if (keyword === 'type') return true
  if (keyword === 'const') return typeof params.allowedValue !== typeof data
  if (keyword !== 'enum') return false
  const allowed: readonly unknown[] = params.allowedValues
  return allowed.every(one => typeof one !== typeof data)
}

/** The pointers of everything that holds what a pointer points at. */
function above(pointer: string): readonly string[] {
  const steps = pointer.split('/')
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join('/'))
}
