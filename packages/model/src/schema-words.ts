import type { ErrorObject } from 'ajv'
import { didYouMean } from './nearest.ts'
import type { Place } from './source.ts'

type Schema = ErrorObject['parentSchema']

/** `clusters[2].aws.account`, as a user would say where. */
export function fieldOf({ path }: Place): string {
  const words = path.map(step => {
    if (typeof step === 'number') return `[${step}]`
    return /^[\w-]+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`
  })
  return words.length === 0 ? 'the document' : words.join('').replace(/^\./, '')
}

/** What is wrong with a value and what is possible; `written` is the scalar as its author wrote it, where that is known. */
export function wrongValue(
  error: ErrorObject,
  at: Place,
  named: (at: Place) => string,
  written?: string,
): string {
  const { keyword, data, parentSchema, propertyName } = error
  if (propertyName !== undefined) {
    const parent = named({ ...at, path: at.path.slice(0, -1) })
    return `${parent} has the key ${show(propertyName)}, but a key there must be ${parentSchema?.patternWords ?? 'shorter'}`
  }
  const count = counts[keyword]
  if (count !== undefined) return `${named(at)} ${count(error)}`
  const possible = values[keyword]?.(error, written) ?? `of the form that its schema's ${keyword} asks for`
  const is = keyword.endsWith('inimum') || keyword.endsWith('aximum') ? String(data) : kindOf(data)
  return `${named(at)} is ${is}, but must be ${possible}`
}

/** The end of "… is this, but must be". */
const values: Readonly<Record<string, (error: ErrorObject, written?: string) => string>> = {
  type: ({ params, data, parentSchema }, written) =>
    params.type === 'string'
      ? textWords(data, parentSchema, written)
      : `${[params.type].flat().map(typeWords).join(' or ')}${unquoted(params.type, data)}`,
  enum: ({ params, data }) =>
    `${either(params.allowedValues)}${didYouMean(String(data), params.allowedValues.map(String))}`,
  const: ({ params }) => String(params.allowedValue),
  pattern: ({ parentSchema, params }) => parentSchema?.patternWords ?? `like ${params.pattern}`,
  minimum: ({ parentSchema }) => boundWords(parentSchema),
  maximum: ({ parentSchema }) => boundWords(parentSchema),
  exclusiveMinimum: ({ params }) => `more than ${params.limit}`,
  exclusiveMaximum: ({ params }) => `less than ${params.limit}`,
  multipleOf: ({ params }) => `a multiple of ${params.multipleOf}`,
  format: ({ params }) => formatWords[params.format] ?? `of the format ${params.format}`,
  anyOf: ({ parentSchema }) => parentSchema?.unionWords ?? 'of another form',
  oneOf: ({ parentSchema }) => parentSchema?.unionWords ?? 'of another form',
}

/** Formats of Kubernetes in words. */
const formatWords: Readonly<Record<string, string>> = {
  byte: 'base64',
  quantity: 'a quantity such as 100m or 1.5Gi',
  int32: 'a number of 32 bits',
  int64: 'a number of 64 bits',
}

/** The end of a sentence about how much there is of something. */
const counts: Readonly<Record<string, (error: ErrorObject) => string>> = {
  minLength: ({ params, data }) =>
    `is ${show(data)}, but needs at least ${amount(params.limit, 'character')}`,
  maxLength: ({ params, data }) =>
    `has ${amount([...String(data)].length, 'character')}; at most ${params.limit} are possible`,
  minItems: ({ params, data }) => `has ${amount(sizeOf(data), 'entry')}, but needs at least ${params.limit}`,
  maxItems: ({ params, data }) =>
    `has ${amount(sizeOf(data), 'entry')}; at most ${params.limit} are possible`,
  minProperties: ({ parentSchema }) =>
    `is empty, but needs ${either(Object.keys(parentSchema?.properties ?? { 'an entry': 1 }))}`,
  maxProperties: ({ params, data }) =>
    `has ${amount(sizeOf(data), 'field')}, but can have only ${params.limit}${listed(data)}`,
  uniqueItems: ({ params, data }) => `has ${show(Array.isArray(data) ? data[params.j] : undefined)} twice`,
}

function textWords(data: unknown, schema: Schema, written = String(data)): string {
  const words = schema?.patternWords ?? 'text'
  if (typeof data !== 'number' && typeof data !== 'boolean') return words
  const fits = schema?.pattern === undefined || new RegExp(schema.pattern, 'u').test(written)
  return fits ? `text: write "${written}", in quotes` : words
}

function unquoted(type: unknown, data: unknown): string {
  const literal = type === 'boolean' ? /^(true|false)$/ : /^\d+$/
  return typeof data === 'string' && literal.test(data) ? `: write ${data} without quotes` : ''
}

function typeWords(type: unknown): string {
  const names: Readonly<Record<string, string>> = {
    object: 'a mapping',
    string: 'text',
    array: 'a list',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
  }
  return names[String(type)] ?? String(type)
}

function boundWords(schema: Schema): string {
  const { minimum, maximum } = schema ?? {}
  if (minimum === undefined) return `${maximum} or less`
  return maximum === undefined ? `${minimum} or more` : `from ${minimum} to ${maximum}`
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  return typeof value === 'number' ? `the number ${value}` : show(value)
}

// A password in a URL, or a token in the place of its user, belongs neither into the file nor into the log of a build.
function show(value: unknown): string {
  const text = (JSON.stringify(value) ?? 'nothing').replace(/(:\/\/)[^\s/@]*@/g, '$1…@')
  return text.length > 80 ? `${text.slice(0, 76)}…"` : text
}

function either(values: readonly unknown[]): string {
  return values.join(', ').replace(/, ([^,]*)$/, ' or $1')
}

function amount(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`
  return `${count === 0 ? 'no' : count} ${noun.replace(/y$/, 'ie')}s`
}

function sizeOf(data: unknown): number {
  return typeof data === 'object' && data !== null ? Object.keys(data).length : 0
}

function listed(data: unknown): string {
  const names = typeof data === 'object' && data !== null ? Object.keys(data) : []
  return names.length > 5 ? '' : `: ${either(names)}`
}
