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

/** One YAML document in block style, in a fixed order of fields, with scalars that YAML 1.1 and 1.2 readers understand alike. */
export function writeYaml(value: object): string {
  return isEmpty(value) ? `${empty(value)}\n` : `${block(value, '')}\n`
}

function block(value: object, indent: string): string {
  if (Array.isArray(value)) {
    return value.map(item => `${indent}- ${node(item, `${indent}  `).trimStart()}`).join('\n')
  }
  return fieldsOf(value)
    .map(([key, item]) => {
      const text = node(item, `${indent}  `)
      return `${indent}${scalar(key, '')}:${text.startsWith('\n') ? text : ` ${text}`}`
    })
    .join('\n')
}

// A collection starts on a line of its own; in a list its first line moves up behind the dash.
function node(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return scalar(value, indent)
  return isEmpty(value) ? empty(value) : `\n${block(value, indent)}`
}

function fieldsOf(value: object): [string, unknown][] {
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (rank.get(a) ?? leading.length) - (rank.get(b) ?? leading.length) || (a < b ? -1 : 1))
}

function isEmpty(value: object): boolean {
  return Array.isArray(value) ? value.length === 0 : fieldsOf(value).length === 0
}

function empty(value: object): string {
  return Array.isArray(value) ? '[]' : '{}'
}

function scalar(value: unknown, indent: string): string {
  if (typeof value === 'string') return text(value, indent)
  if (typeof value === 'number') return number(value)
  if (typeof value === 'boolean' || value === null) return String(value)
  throw new Error(`a manifest cannot hold a ${typeof value}`)
}

// YAML 1.1 takes an exponent for a float only behind a decimal point.
function number(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`a manifest cannot hold ${value}`)
  return String(value).replace(/^(-?\d+)e/, '$1.0e')
}

const plain = /^(?:[A-Za-z/_]|\.\/)(?:[A-Za-z0-9_./@%+=,-]|:(?=\S)| (?=[^\s#:]))*$|^[1-9][0-9]*[hms]$/
const words = /^(y|n|yes|no|on|off|true|false|null|e[0-9.+-]+)$/i
const literal = /^[^\s\p{Cc}\p{Cf}\p{Cs}\u2028\u2029][^\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\uFFFE\uFFFF]*$/u
// Line breaks of YAML 1.1, the byte order mark and controls that JSON leaves as they are.
const unsafe = /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g

function text(value: string, indent: string): string {
  if (plain.test(value) && !words.test(value) && !/[ :]$/.test(value)) return value
  if (value.includes('\n') && indent !== '' && literal.test(value.replaceAll('\n', '')))
    return literalBlock(value, indent)
  return JSON.stringify(value).replace(
    unsafe,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function literalBlock(value: string, indent: string): string {
  const body = value.replace(/\n+$/, '')
  const breaks = value.length - body.length
  const chomping = breaks === 0 ? '-' : breaks === 1 ? '' : '+'
  const lines = value.replace(/\n$/, '').split('\n')
  return `|${chomping}\n${lines.map(line => (line === '' ? '' : indent + line)).join('\n')}`
}
