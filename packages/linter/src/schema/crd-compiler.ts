import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { RE2JS } from 're2js'
import type { KindSchema } from './kind-schema.ts'
import { structuralSchema } from './structural-schema.ts'
import { withoutNulls } from './without-nulls.ts'

/** A schema, or why there is none. */
export type Compiled =
  | { readonly schema: KindSchema; readonly fault?: never }
  | { readonly fault: string; readonly schema?: never }

/**
 * Compiles the schemas of versions of CustomResourceDefinitions, equal ones once. Loaded only where there is one with an object of its kind.
 * CEL rules (x-kubernetes-validations) are not evaluated: `errorsOf` of the schema that this returns is where they will report.
 */
export function createCrdCompiler(): (openApi: unknown) => Compiled {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strict: false,
    messages: false,
    inlineRefs: false,
    logger: false,
    // The API server matches patterns by RE2; it also takes no text for ever.
    code: { regExp: Object.assign(linear, { code: '' }) },
    formats: {
      byte: true,
      int32: { type: 'number', validate: (value: number) => Math.abs(value + 0.5) < 2 ** 31 },
    },
  })
  const compiled = new Map<string, Compiled>()
  return openApi => {
    const key = JSON.stringify(openApi)
    const known = compiled.get(key) ?? compile(ajv, openApi)
    compiled.set(key, known)
    return known
  }
}

function linear(pattern: string): { test(text: string): boolean; toString(): string } {
  const compiled = RE2JS.compile(pattern)
  // ajv compiles a pattern once, and tells patterns apart by what they are written as.
  return { test: text => compiled.matcher(text).find(), toString: () => pattern }
}

function compile(ajv: Ajv, openApi: unknown): Compiled {
  try {
    return { schema: schemaOf(ajv.compile(structuralSchema(openApi))) }
  } catch (thrown) {
    return { fault: thrown instanceof Error ? thrown.message : String(thrown) }
  }
}

function schemaOf(validate: ValidateFunction): KindSchema {
  const isValid = (object: unknown) => validate(object) || validate(withoutNulls(object))
  return {
    errorsOf: object => (isValid(object) ? [] : (validate.errors ?? []).filter(isOfUs)),
    unknownFields: () => [],
  }
}

/** Not from deep inside a branch of a union: which branch was meant nobody knows, and the union itself complains as well. */
function isOfUs({ schemaPath }: ErrorObject): boolean {
  return !/\/(oneOf|anyOf|not)\/(.*\/)?(properties|items)\//.test(schemaPath)
}
