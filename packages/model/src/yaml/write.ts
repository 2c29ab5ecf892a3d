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
  let parts: string[] = []

  return value => {
    parts = []
    if (!collection(value, '', '')) parts.push(emptyOf(value))
    parts.push('\n')
    // Joined, so that the text is one piece of memory: thousands of texts that hang together of small pieces keep the collector busy.
    return parts.join('')
  }

  /** Writes a collection, unless it is empty; its first line stands behind what is there already, such as the dash of a list. */
  function collection(value: object, indent: string, first: string): boolean {
    return Array.isArray(value) ? list(value, indent, first) : mapping(value, indent, first)
  }

  function list(items: readonly unknown[], indent: string, first: string): boolean {
    const deeper = `${indent}  `
    let lead = first
    for (const item of items) {
      parts.push(lead, '-')
      node(item, deeper, ' ')
      lead = `\n${indent}`
    }
    return items.length > 0
  }

  function mapping(value: object, indent: string, first: string): boolean {
    const fields = fieldsOf(value)
    const deeper = `${indent}  `
    const below = `\n${deeper}`
    let lead = first
    for (const key of fields) {
      parts.push(lead, text(key), ':')
      node(Reflect.get(value, key), deeper, below)
      lead = `\n${indent}`
    }
    return fields.length > 0
  }

  function node(value: unknown, indent: string, first: string): void {
    if (typeof value === 'string') parts.push(' ', isLiteral(value) ? literal(value, indent) : text(value))
    else if (typeof value !== 'object' || value === null) parts.push(' ', otherScalar(value))
    else if (!collection(value, indent, first)) parts.push(' ', emptyOf(value))
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
  const all = Object.keys(value)
  const fields = Object.values(value).includes(undefined)
    ? all.filter(key => Reflect.get(value, key) !== undefined)
    : all
  return isInOrder(fields) ? fields : fields.sort(inOrder)
}

function isInOrder(fields: readonly string[]): boolean {
  return fields.every((field, at) => at === 0 || inOrder(fields[at - 1] ?? '', field) < 0)
}

function inOrder(a: string, b: string): number {
  return (rank.get(a) ?? leading.length) - (rank.get(b) ?? leading.length) || (a < b ? -1 : 1)
}

function emptyOf(value: object): string {
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
