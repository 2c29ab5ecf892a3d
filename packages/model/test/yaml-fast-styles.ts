import fc from 'fast-check'

// Texts for the fast reader: values written in as many styles as hands use.

type Node = string | null | readonly Node[] | { readonly [key: string]: Node }
/** Takes the next of some decisions about style; the first way is the plainest, so that shrinking ends there. */
type Pick = (ways: number) => number

const words = [
  'a',
  'name',
  'Deployment',
  'app.kubernetes.io/name',
  'two words',
  "it's",
  'say "so"',
  'http://x.y:80/z?a=b#c',
  '-x',
  '--flag=1',
  'a#b',
  'é',
  '日本',
  '😀',
  'a:b',
  '*',
  'true',
  'False',
  'NULL',
  'null',
  '~',
  'yes',
  'on',
  'No',
  'y',
  '=',
  '0',
  '-0',
  '+1',
  '0o17',
  '0x1F',
  '017',
  '0b1',
  '1_000',
  '1:30',
  '-1:30.5',
  '2001-01-01',
  '1e3',
  '1E-2',
  '.5',
  '5.',
  '-.inf',
  '.NaN',
  '12345678901234567890',
  '9007199254740993',
  '1.2.3',
  '10Gi',
  '100m',
  '-',
  '?',
  ':',
  '',
  ' x',
  'x ',
  ' ',
  '# x',
  'x # y',
  'x: y',
  '[x]',
  '{x',
  'x, y',
  '&x',
  '!x',
  '@x',
  '%x',
  '|',
  '>',
  "'",
  '"',
  '\\',
  '\t',
  'a\tb',
  '---',
  '...',
  '--- a',
  '__proto__',
  'constructor',
  '<<',
  '\u0085',
  '\u00a0',
  '\u2028',
  '\ufffe',
  '\0',
  '\x7f',
]
const line = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
)
const lines = fc.array(
  fc.oneof(
    line,
    fc.constantFrom('', '  indented', '\ttab', 'if [ -z "$x" ]; then # why', '"json": {"a": [1, 2]},'),
  ),
  { maxLength: 6 },
)
const scalar = fc.oneof(
  { weight: 6, arbitrary: line },
  { weight: 2, arbitrary: lines.map(all => all.join('\n')) },
  { weight: 1, arbitrary: fc.constant(null) },
)
const key = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-z][a-zA-Z-]{0,6}$/) },
  { weight: 1, arbitrary: line },
)

const { node } = fc.letrec<{ node: Node }>(tie => ({
  node: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    scalar,
    fc.dictionary(key, tie('node'), { maxKeys: 5 }),
    fc.array(tie('node'), { maxLength: 4 }),
  ),
}))
const choices = fc.array(fc.nat({ max: 255 }), { maxLength: 120 })

/** Streams that YAML readers accept, but for the rare text that no style can hold. */
export const documents: fc.Arbitrary<string> = fc
  .tuple(fc.array(node, { minLength: 1, maxLength: 3 }), choices)
  .map(([values, all]) => writeStream(values, picker(all)))

function picker(all: readonly number[]): Pick {
  let at = 0
  return ways => (all[at++ % all.length] ?? 0) % ways
}

function writeStream(values: readonly Node[], pick: Pick): string {
  let text = pick(8) === 1 ? '# a header: comment\n\n' : ''
  values.forEach((value, index) => {
    if (index > 0 || pick(3) === 1) text += ['---\n', '--- # next\n', '---\n\n# why\n'][pick(3)]
    text += writeRoot(value, pick)
    if (pick(10) === 1) text += index < values.length - 1 ? '...\n' : '...'
  })
  if (pick(8) === 1) text = text.replace(/\n+$/, '')
  if (pick(8) === 1) text = text.replaceAll('\n', '\r\n')
  return pick(16) === 1 ? `\uFEFF${text}` : text
}

function writeRoot(value: Node, pick: Pick): string {
  const inline = inlineText(value, 0, pick)
  if (inline !== undefined) return `${inline}${lineEnd(pick)}`
  return writeBlock(value, pick(6) === 1 ? 1 + pick(3) : 0, pick)
}

/** A scalar or flow collection that fits on a line; undefined for what is to be written in lines of its own. */
function inlineText(value: Node, inside: number, pick: Pick): string | undefined {
  if (value === null) return ['null', '~', 'Null'][pick(3)]
  if (typeof value === 'string') return broken(scalarText(value, false, pick), inside, pick)
  if (isEmpty(value) || pick(6) === 1) return flowText(value, inside, pick)
  return undefined
}

function writeBlock(value: Node, indent: number, pick: Pick): string {
  if (Array.isArray(value))
    return value.map(item => `${noise(pick)}${' '.repeat(indent)}-${itemText(item, indent, pick)}`).join('')
  return entriesOf(value)
    .map(
      ([name, item]) =>
        `${noise(pick)}${' '.repeat(indent)}${keyText(name, pick)}:${fieldText(item, indent, pick)}`,
    )
    .join('')
}

function fieldText(value: Node, indent: number, pick: Pick): string {
  const shared = inlineOrBlockScalar(value, indent, pick)
  if (shared !== undefined) return shared
  const inside = Array.isArray(value)
    ? indent + ([2, 0, 1, 3, 4][pick(5)] ?? 2)
    : indent + ([2, 1, 3, 4][pick(4)] ?? 2)
  return lineEnd(pick) + writeBlock(value, inside, pick)
}

function itemText(value: Node, indent: number, pick: Pick): string {
  const shared = inlineOrBlockScalar(value, indent, pick)
  if (shared !== undefined) return shared
  const gap = [1, 2, 3][pick(3)] ?? 1
  if (pick(4) === 1) return lineEnd(pick) + writeBlock(value, indent + gap, pick)
  const body = writeBlock(value, indent + 1 + gap, pick)
  // A comment above the first entry would stand where the dash goes.
  const first = body.search(/^ *[^\s#]/m)
  return ' '.repeat(gap) + body.slice(first).trimStart()
}

function inlineOrBlockScalar(value: Node, indent: number, pick: Pick): string | undefined {
  if (value === null && pick(3) === 0) return lineEnd(pick)
  if (typeof value === 'string' && /\n/.test(value) && isPrintable(value)) {
    if (pick(4) !== 3) return blockScalar(value, indent, pick)
  }
  const inline = inlineText(value, indent + 1, pick)
  if (inline === undefined) return undefined
  if (pick(8) === 1)
    return `${lineEnd(pick)}${noise(pick)}${' '.repeat(indent + 1 + pick(3))}${inline}${lineEnd(pick)}`
  return `${' '.repeat(1 + pick(2))}${inline}${lineEnd(pick)}`
}

function blockScalar(value: string, indent: number, pick: Pick): string {
  const step = 1 + pick(4)
  const body = value.replace(/\n+$/, '')
  const chomping = ['', '-', '+'][pick(3)]
  const explicit = /^\n*[ \t]/.test(body) || pick(6) === 1 ? String(step) : ''
  const header = `${'|>'[pick(2)]}${pick(2) === 0 ? chomping + explicit : explicit + chomping}`
  const all = `${body}${'\n'.repeat(1 + pick(3))}`.split('\n').slice(0, -1)
  const blank = pick(8) === 1 ? ' '.repeat(step) : ''
  return ` ${header}${lineEnd(pick)}${all.map(one => (one === '' ? blank : ' '.repeat(indent + step) + one)).join('\n')}\n`
}

function flowText(value: Node, inside: number, pick: Pick): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return scalarText(value, true, pick)
  const gap = pick(8) === 1 ? lineBreak(inside, pick) : ' '.repeat(pick(2))
  const end = pick(8) === 1 && !isEmpty(value) ? `,${gap}` : gap
  const comma =
    pick(8) === 1
      ? `,${lineBreak(inside, pick)}`
      : `${' '.repeat(pick(8) === 1 ? 1 : 0)},${pick(4) === 1 ? '' : ' '}`
  if (Array.isArray(value))
    return `[${gap}${value.map(item => flowText(item, inside, pick)).join(comma)}${end}]`
  const fields = entriesOf(value).map(([name, item]) =>
    flowField(scalarText(name, true, pick), flowText(item, inside, pick), pick),
  )
  return `{${gap}${fields.join(comma)}${end}}`
}

/** The same text over two lines. */
function broken(text: string, inside: number, pick: Pick): string {
  const here = text.indexOf(' ', 2)
  if (here === -1 || pick(3) !== 1) return text
  return `${text.slice(0, here)}${['', ' ', '\n', '\n \n'][pick(4)]}\n${' '.repeat(inside + pick(3))}${text.slice(here).trimStart()}`
}

function lineBreak(inside: number, pick: Pick): string {
  return `${['', ' # [c', '\n', '\n# c: d'][pick(4)]}\n${' '.repeat(inside + pick(3))}`
}

function flowField(name: string, value: string, pick: Pick): string {
  const close = /^["'[{]/.test(name) || /^[[{]/.test(value)
  return `${name}${pick(8) === 1 ? ' ' : ''}:${close && pick(2) === 1 ? '' : ' '}${value}`
}

function keyText(name: string, pick: Pick): string {
  return scalarText(name, false, pick) + (pick(12) === 1 ? ' ' : '')
}

function scalarText(value: string, inFlow: boolean, pick: Pick): string {
  const way = pick(4)
  if (way < 2 && isPlain(value, inFlow)) return value
  if (way < 3 && !value.includes('\n') && isPrintable(value)) return `'${value.replaceAll("'", "''")}'`
  const text = JSON.stringify(value).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return pick(4) === 1
    ? text.replaceAll('a', ['\\x61', '\\u0061', '\\U00000061'][pick(3)] ?? 'a').replaceAll('/', '\\/')
    : text
}

function isPlain(value: string, inFlow: boolean): boolean {
  if (!isPrintable(value) || /^$|^\s|\s$|\n|\t|: |:$| #|^<<$|^---|^\.\.\./.test(value)) return false
  if (/^[-?:](?:\s|$)|^[&*!|>%@`"'#,[\]{}]/.test(value)) return false
  return !(inFlow && /[,[\]{}]|^[-?:]|:$/.test(value))
}

function isPrintable(value: string): boolean {
  return !/[^\P{Cc}\t\n]|[\p{Cs}\ufeff]/u.test(value)
}

function lineEnd(pick: Pick): string {
  return ['\n', ' # c\n', '  \n', ' # x: [y] "z"\n'][Math.max(0, pick(10) - 6)] ?? '\n'
}

function noise(pick: Pick): string {
  const which = pick(12)
  if (which === 1) return '\n'
  if (which === 2) return '  \n'
  return which < 5 && which > 2 ? `${' '.repeat(pick(6))}# note: ${which}\n` : ''
}

function isEmpty(value: Node): boolean {
  return value !== null && Object.keys(value).length === 0
}

function entriesOf(value: Node): [string, Node][] {
  return Object.entries(value ?? {})
}
