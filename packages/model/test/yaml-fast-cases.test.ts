import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readFast } from '../src/yaml/read-fast.ts'
import { readsAlike } from './yaml-fast-alike.ts'

const test = suite('yaml fast cases')

// Texts after the examples of the YAML 1.2 specification, whose numbers they carry, with the documents that are read.
const read: readonly (readonly [name: string, text: string, ...documents: unknown[]])[] = [
  ['2.1 sequence of scalars', '- Ann\n- Bob Lee\n- Cy\n', ['Ann', 'Bob Lee', 'Cy']],
  [
    '2.2 scalars to scalars',
    'hr:  65    # runs\navg: 0.278 # average\nrbi: 147\n',
    { hr: 65, avg: 0.278, rbi: 147 },
  ],
  ['2.3 mapping to sequences', 'east:\n- a\n- b\nwest:\n  - c\n', { east: ['a', 'b'], west: ['c'] }],
  [
    '2.4 sequence of mappings',
    '-\n  name: A\n  hr:   65\n-\n  name: B\n  hr:   63\n',
    [
      { name: 'A', hr: 65 },
      { name: 'B', hr: 63 },
    ],
  ],
  [
    '2.5 sequence of sequences',
    '- [name  , hr, avg  ]\n- [A, 65, 0.2]\n',
    [
      ['name', 'hr', 'avg'],
      ['A', 65, 0.2],
    ],
  ],
  [
    '2.6 mapping of mappings',
    'A: {hr: 65, avg: 0.2}\nB: {\n    hr: 63,\n    avg: 0.3,\n  }\n',
    { A: { hr: 65, avg: 0.2 }, B: { hr: 63, avg: 0.3 } },
  ],
  ['2.7 two documents', '# Ranking\n---\n- A\n- B\n\n# Teams\n---\n- C\n', ['A', 'B'], ['C']],
  [
    '2.8 document ends',
    '---\ntime: 20:03:20\n...\n---\ntime: 20:03:47\n...\n',
    { time: '20:03:20' },
    { time: '20:03:47' },
  ],
  [
    '2.9 comments',
    '---\nhr: # runs\n- A\n  # more\n- B\nrbi:\n  # batted\n  - C\n',
    { hr: ['A', 'B'], rbi: ['C'] },
  ],
  [
    '2.12 compact nested mapping',
    '- item    : Hoop\n  quantity: 1\n- item    : Ball\n',
    [{ item: 'Hoop', quantity: 1 }, { item: 'Ball' }],
  ],
  [
    '2.15 folded text keeps indented lines',
    'a: >\n A\n B\n\n   63\n   65\n\n C\n',
    { a: 'A B\n\n  63\n  65\n\nC\n' },
  ],
  ['2.16 indentation decides', 'a: >\n  A\n  B\nb: |\n  65\n  0.2\n', { a: 'A B\n', b: '65\n0.2\n' }],
  [
    '2.17 quoted scalars',
    'u: "So\\u263A."\nc: "\\b1\\t2\\n"\nh: "\\x0d\\x0a"\ns: \'"Hi!" she said.\'\nq: \' # not a \'\'comment\'\'.\'\n',
    { u: 'So☺.', c: '\b1\t2\n', h: '\r\n', s: '"Hi!" she said.', q: " # not a 'comment'." },
  ],
  [
    '2.18 scalars over lines',
    'plain:\n  This\n  spans\n\n  lines.\nquoted: "So does\n  this.\\n"\n',
    { plain: 'This spans\nlines.', quoted: 'So does this.\n' },
  ],
  ['2.19 integers', '- 12345\n- +12_345\n- 0o14\n- 0xC\n', [12345, '+12_345', 12, 12]],
  [
    '2.20 floats',
    '- 1.23015e+3\n- 12.3015e+02\n- 1230.15\n- -.inf\n',
    [1230.15, 1230.15, 1230.15, Number.NEGATIVE_INFINITY],
  ],
  [
    '2.21 miscellaneous',
    "nil: 1\nbooleans: [ true, False ]\nstring: '012345'\nempty: ~\n",
    { nil: 1, booleans: [true, false], string: '012345', empty: null },
  ],
  [
    '2.22 timestamps are texts',
    'a: 2001-12-15T02:59:43.1Z\nb: 2002-12-14\n',
    { a: '2001-12-15T02:59:43.1Z', b: '2002-12-14' },
  ],
  ['5.1 byte order mark', '\uFEFF# Comment only.\n'],
  [
    '5.3 block and flow',
    'sequence:\n- one\n- two\nmapping: {sky: blue, sea: green}\n',
    { sequence: ['one', 'two'], mapping: { sky: 'blue', sea: 'green' } },
  ],
  ['5.5 comment only', '# Comment only.\n\n'],
  ['5.8 quoted indicators', 's: \'@text\'\nd: "`text"\n', { s: '@text', d: '`text' }],
  [
    '5.13 escapes',
    'a: "\\\\ \\" \\a \\b \\e \\f \\n \\r \\t \\v \\0 \\  \\_ \\N \\L \\P \\x41 \\u0041 \\U00000041 \\/"\n',
    { a: '\\ " \x07 \b \x1b \f \n \r \t \v \0   \u00a0 \u0085 \u2028 \u2029 A A A /' },
  ],
  [
    '6.1 comments of any indentation',
    '  # Leading\n   # comment\nkey:    # c\n        # lines\n  a: value\n',
    { key: { a: 'value' } },
  ],
  ['6.8 flow folding', 'a: "\n   foo \n \n     bar\n\n   baz\n "\n', { a: ' foo\nbar\nbaz ' }],
  [
    '7.4 keys in double quotes',
    "'implicit block key' : [\n  'value' , {\n    'implicit flow key' : value\n  }\n ]\n",
    { 'implicit block key': ['value', { 'implicit flow key': 'value' }] },
  ],
  [
    '7.9 single quotes over lines',
    "a: ' 1st line\n\n   2nd line \n   3rd line '\n",
    { a: ' 1st line\n2nd line 3rd line ' },
  ],
  [
    '7.10 plain characters',
    '- Up, up\n- -123\n- http://example.com/foo#bar\n- - [ 1, -2 ]\n  - a:b\n',
    ['Up, up', -123, 'http://example.com/foo#bar', [[1, -2], 'a:b']],
  ],
  ['7.12 plain lines', '1st line\n\n 2nd line\n 3rd line\n', '1st line\n2nd line 3rd line'],
  [
    '7.13 flow sequences',
    '- [ one, two, ]\n- [three ,four]\n- []\n',
    [['one', 'two'], ['three', 'four'], []],
  ],
  [
    '7.15 flow mappings',
    '- { one : two , three: four , }\n- {five: six,seven : eight}\n- {}\n',
    [{ one: 'two', three: 'four' }, { five: 'six', seven: 'eight' }, {}],
  ],
  [
    '7.21 adjacent values',
    '{"a":b, \'c\':"d", "e":[1], f: {g: h}}\n',
    { a: 'b', c: 'd', e: [1], f: { g: 'h' } },
  ],
  [
    '8.1 block scalar headers',
    'a: | # c\n literal\nb: >1 # c\n  folded\nc: |+\n keep\n\nd: >1-\n  strip\n',
    { a: 'literal\n', b: ' folded\n', c: 'keep\n\n', d: ' strip' },
  ],
  [
    '8.4 chomping',
    'strip: |-\n  text\nclip: |\n  text\nkeep: |+\n  text\n',
    { strip: 'text', clip: 'text\n', keep: 'text\n' },
  ],
  ['8.6 empty scalars', 'strip: >-\n\nclip: >\n\nkeep: |+\n\n', { strip: '', clip: '', keep: '\n' }],
  [
    '8.10 folded lines',
    'a: >\n\n folded\n line\n\n next\n line\n   * bullet\n\n   * list\n   * lines\n\n last\n line\n\n# Comment\n',
    { a: '\nfolded line\nnext line\n  * bullet\n\n  * list\n  * lines\n\nlast line\n' },
  ],
  [
    '8.14 block sequence',
    'block sequence:\n  - one\n  - two : three\n',
    { 'block sequence': ['one', { two: 'three' }] },
  ],
  [
    '8.15 entries',
    '- # Empty\n- |\n block node\n- - one # Compact\n  - two # sequence\n- one: two # Compact mapping\n',
    [null, 'block node\n', ['one', 'two'], { one: 'two' }],
  ],
  ['9.2 document markers', 'Document\n... # Suffix\n', 'Document'],
  ['9.4 explicit documents', '---\n{ matches : 20 }\n', { matches: 20 }],
  ['9.5 empty documents', '---\n---\n# Empty\n...\n', null, null],
  ['9.6 stream', 'Document\n---\n# Empty\n...\n---\nmatches %: 20\n', 'Document', null, { 'matches %': 20 }],
  ['an own __proto__', 'a: {__proto__: 1}\n', { a: JSON.parse('{"__proto__": 1}') }],
  ['keys are names', '1: a\n0x10: b\ntrue: c\n1.0e1: d\n', { 1: 'a', 10: 'd', 16: 'b', true: 'c' }],
]

// Texts that `yaml` reads, or finds a fault in; the fast reader must not judge them.
const left: readonly (readonly [name: string, text: string])[] = [
  ['2.10 anchors and aliases', '- &SS a\n- *SS\n'],
  ['2.11 complex keys', '? - A\n  - B\n: - 2001-07-23\n'],
  ['2.13 a literal at the root', '--- |\n  \\//||\\/||\n'],
  ['2.23 tags', 'not-date: !!str 2002-04-28\n'],
  ['2.25 sets', '--- !!set\n? A\n? B\n'],
  ['5.7 tabs as white space', 'a:\t1\n'],
  ['5.10 reserved indicators', 'a: @text\nb: `text\n'],
  ['5.14 invalid escapes', 'a: "\\c\\xq-"\n'],
  ['6.2 an item behind a tab', '-\ta\n'],
  ['6.13 directives', '%FOO bar\n---\na: 1\n'],
  ['7.2 empty nodes with tags', '{ foo : !!str, !!str : bar }\n'],
  ['7.3 completely empty nodes', '{ ? foo :, : bar }\n'],
  ['7.14 pairs in flow sequences', '[ single: pair ]\n'],
  ['7.16 flow keys without values', '{ a, b: , c }\n'],
  ['7.22 keys over lines', '{ "a\n b": c }\n'],
  ['7.22 keys over lines in a block', '- "a\n  b": c\n'],
  ['7.6 escaped white space before a line break', 'a: "b\\ \n  c"\n'],
  ['7.5 a tab before the text of a line', 'a: "b\n  \tc"\n'],
  ['text below a comment', 'a:\n# c\n  text\nb: 1\n'],
  ['8.3 too little indentation', 'a: |2\n text\n'],
  ['8.2 more in the empty line than in the first', 'a: |\n    \n  text\n'],
  ['8.17 explicit keys', '? key # c\n: - one\n'],
  ['8.18 empty keys', ': a\n'],
  ['9.3 bare documents that end nothing', '...\n'],
  ['merge keys', 'a: {<<: {b: 1}}\n'],
  ['duplicate keys', 'a: 1\na: 2\n'],
  ['keys that only look different', '1: a\n"1": b\n'],
  ['null as a key', '~: a\n'],
  ['a value and more', 'a: b: c\n'],
  ['a list beside its key', 'a: - b\n'],
  ['text behind quotes', 'a: "b" c\n'],
  ['a comment that touches', 'a: "b"#c\n'],
  ['an open quote', 'a: "b\n'],
  ['an open bracket', 'a: [b\n'],
  ['a stray bracket', 'a: b]\nc: ]\n'],
  ['indentation that fits nothing', 'a:\n    b: 1\n  c: 2\n'],
  ['a field in a list', 'a:\n- b\nc\n'],
  ['lone carriage returns', 'a: b\rc: d\n'],
  ['a mark in the middle', 'a: \uFEFFb\n'],
  ['a list behind a mark', '\uFEFF- a: b\n  c: d\n'],
  ['a key of over 1024 characters', `${'a'.repeat(1100)}: b\n`],
  ['what is nested deeply', `${'['.repeat(300)}${']'.repeat(300)}\n`],
  ['a document behind text', 'a: 1\n--- b\n'],
  ['an end without a document', 'a\n...\n...\n'],
]

for (const [name, text, ...documents] of read) {
  test(`${name}: read`, () => {
    assert.ok(readsAlike(text), 'fell back')
    assert.equal(
      readFast(text)?.map(({ value }) => value),
      documents,
    )
  })
}

for (const [name, text] of left) test(`${name}: left to \`yaml\``, () => assert.is(readFast(text), undefined))

test.run()
