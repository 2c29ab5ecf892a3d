import { isRecord } from '../../fleet/fields.ts'
import { normalize, type Params } from './params.ts'

type Value = string | number | boolean | readonly unknown[] | Params

/** What stands between `{{` and `}}` of a Go template, evaluated; nothing where that takes more than fields and plain functions of text. */
export function goExpression(text: string, params: Params): string | undefined {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|`[^`]*`|[|()]|[^\s|()]+/g) ?? []
  const [value, rest] = pipeline(tokens, params)
  return rest.length > 0 || value === undefined || typeof value === 'object' ? undefined : String(value)
}

type Step = readonly [value: Value | undefined, rest: readonly string[]]

function pipeline(tokens: readonly string[], params: Params): Step {
  let [value, rest] = command(tokens, params, [])
  while (rest[0] === '|') {
    if (value === undefined) return [undefined, rest]
    ;[value, rest] = command(rest.slice(1), params, [value])
  }
  return [value, rest]
}

/** One command up to the next pipe or bracket; what came through the pipe is its last argument. */
function command(tokens: readonly string[], params: Params, piped: readonly Value[]): Step {
  let rest = tokens
  const values: (Value | undefined)[] = []
  const name = functions.has(rest[0] ?? '') ? rest[0] : undefined
  if (name !== undefined) rest = rest.slice(1)
  while (rest.length > 0 && rest[0] !== '|' && rest[0] !== ')') {
    const [value, after] = term(rest, params)
    values.push(value)
    rest = after
  }
  const args = [...values, ...piped].flatMap(value => (value === undefined ? [] : [value]))
  if (args.length < values.length + piped.length) return [undefined, rest]
  if (name !== undefined) return [functions.get(name)?.(args), rest]
  return [args.length === 1 ? args[0] : undefined, rest]
}

function term(tokens: readonly string[], params: Params): Step {
  const [first = '', ...rest] = tokens
  if (first === '(') {
    const [value, after] = pipeline(rest, params)
    return [value, after[0] === ')' ? after.slice(1) : ['unclosed', ...after]]
  }
  if (/^["`]/.test(first)) return [first.slice(1, -1).replace(/\\(.)/g, '$1'), rest]
  if (/^-?\d+$/.test(first)) return [Number(first), rest]
  if (/^(\.[A-Za-z_]\w*)+$/.test(first)) return [at(params, first.slice(1).split('.')), rest]
  return [undefined, rest]
}

function at(value: unknown, keys: readonly (string | number)[]): Value | undefined {
  let here = value
  for (const key of keys) {
    if (Array.isArray(here)) here = here[Number(key)]
    else here = isRecord(here) && Object.hasOwn(here, key) ? here[key] : undefined
  }
  return isValue(here) ? here : undefined
}

function isValue(value: unknown): value is Value {
  return ['string', 'number', 'boolean'].includes(typeof value) || isRecord(value) || Array.isArray(value)
}

type Apply = (args: readonly Value[]) => Value | undefined

const onText =
  (apply: (text: string, ...more: readonly string[]) => string): Apply =>
  args => {
    const texts = args.map(String)
    const text = texts.at(-1)
    return text === undefined ? undefined : apply(text, ...texts.slice(0, -1))
  }

const functions: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  [
    'index',
    ([value, ...keys]) =>
      at(
        value,
        keys.map(key => (typeof key === 'number' ? key : String(key))),
      ),
  ],
  ['lower', onText(text => text.toLowerCase())],
  ['upper', onText(text => text.toUpperCase())],
  ['trim', onText(text => text.trim())],
  ['toString', onText(text => text)],
  ['normalize', onText(normalize)],
  ['trimPrefix', onText((text, prefix = '') => (text.startsWith(prefix) ? text.slice(prefix.length) : text))],
  [
    'trimSuffix',
    onText((text, suffix = '') =>
      suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
    ),
  ],
  ['replace', onText((text, from = '', to = '') => (from === '' ? text : text.replaceAll(from, () => to)))],
])
