import { otherScalar, textScalar } from './scalar.ts'

/** Fields that readers look for first; all others follow in alphabetical order. */
const leading = [
  'apiVersion',
  'group',
  'kind',
  'metadata',
  'name',
  'namespace',
  'sectionName',
  'labels',
  'annotations',
  'spec',
  'protocol',
  'port',
  'parentRefs',
  'hostnames',
  'matches',
]
const rank: ReadonlyMap<string, number> = new Map(leading.map((field, at) => [field, at]))

export type YamlWriter = (value: object) => string

/** One YAML document in block style, in a fixed order of fields, with scalars that YAML 1.1 and 1.2 readers understand alike. */
export function writeYaml(value: object): string {
  return createYamlWriter()(value)
}

/** How many texts a writer remembers the spelling of; keys and short values recur through all documents of a tree. */
const remembered = 10_000

/** A writer for many documents: it remembers how texts that recur are spelt. */
export function createYamlWriter(): YamlWriter {
  const spelt = new Map<string, string>()
  let out = ''

  return value => {
    out = ''
    if (isEmpty(value)) out = empty(value)
    else block(value, '', '')
    return `${out}\n`
  }

  /** Writes a collection; its first line stands behind what is there already, such as the dash of a list. */
  function block(value: object, indent: string, first: string): void {
    let lead = first
    if (Array.isArray(value)) {
      for (const item of value) {
        out += `${lead}-`
        node(item, `${indent}  `, ' ')
        lead = `\n${indent}`
      }
      return
    }
    for (const key of fieldsOf(value)) {
      out += `${lead}${text(key)}:`
      node(Reflect.get(value, key), `${indent}  `, `\n${indent}  `)
      lead = `\n${indent}`
    }
  }

  function node(value: unknown, indent: string, first: string): void {
    if (typeof value === 'string') out += ` ${isLiteral(value) ? literal(value, indent) : text(value)}`
    else if (typeof value !== 'object' || value === null) out += ` ${otherScalar(value)}`
    else if (isEmpty(value)) out += ` ${empty(value)}`
    else block(value, indent, first)
  }

  function text(value: string): string {
    const known = spelt.get(value)
    if (known !== undefined) return known
    const spelling = textScalar(value)
    if (spelt.size < remembered && value.length < 100) spelt.set(value, spelling)
    return spelling
  }
}

function fieldsOf(value: object): readonly string[] {
  const fields = Object.keys(value).filter(key => Reflect.get(value, key) !== undefined)
  return fields.length < 2 ? fields : fields.sort(inOrder)
}

function inOrder(a: string, b: string): number {
  return (rank.get(a) ?? leading.length) - (rank.get(b) ?? leading.length) || (a < b ? -1 : 1)
}

function isEmpty(value: object): boolean {
  return Array.isArray(value) ? value.length === 0 : fieldsOf(value).length === 0
}

function empty(value: object): string {
  return Array.isArray(value) ? '[]' : '{}'
}

const printable = /^[^\s\p{Cc}\p{Cf}\p{Cs}\u2028\u2029][^\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\uFFFE\uFFFF]*$/u

function isLiteral(value: string): boolean {
  return value.includes('\n') && printable.test(value.replaceAll('\n', ''))
}

function literal(value: string, indent: string): string {
  const breaks = value.length - value.replace(/\n+$/, '').length
  const chomping = breaks === 0 ? '-' : breaks === 1 ? '' : '+'
  const lines = value.replace(/\n$/, '').split('\n')
  return `|${chomping}\n${lines.map(line => (line === '' ? '' : indent + line)).join('\n')}`
}
