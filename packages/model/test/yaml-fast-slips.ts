import fc from 'fast-check'
import { documents } from './yaml-fast-styles.ts'

const slip = fc.record({
  at: fc.nat(),
  gone: fc.nat({ max: 3 }),
  put: fc.array(
    fc.constantFrom(...':-#?&*!|>%@"\'{}[], \t\n', '\r', '...', '---', '<<', ': ', '- ', '\n  ', '0', 'x'),
    { maxLength: 3 },
  ),
  from: fc.nat(),
})

const slipped = fc.tuple(documents, fc.array(slip, { minLength: 1, maxLength: 3 })).map(([text, slips]) =>
  slips.reduce((all, { at, gone, put, from }) => {
    const here = at % (all.length + 1)
    const there = from % (all.length + 1)
    const moved = put.length === 0 ? all.slice(there, there + 4) : put.join('')
    return all.slice(0, here) + moved + all.slice(here + gone)
  }, text),
)

const marks =
  'a·b·1·:·-·#·"·\'·[·]·{·}·,·|·>·+· ·  ·: ·- · # ·, ·\n·\n·\n·\n\n·\n  ·\n- ·\na: ·a: ·a:\n·a: |\n·\n---\n·...\n'
const scraps = fc.array(fc.constantFrom(...marks.split('·')), { maxLength: 20 }).map(all => all.join(''))

const pieces =
  'a: b·c: d·e:·a·- a·-·- b: c·- - d·# x·#·a b # c·"a·b"·"c": d·\'e·f\'·[a,·b]·g: [h,·{i: j,·}·],·- [·k: |·l: >-·- |+·m: |2·text: "n·on·o: 017·---·...··{}·: p·? q'
const stacked = fc
  .array(fc.tuple(fc.nat({ max: 4 }), fc.constantFrom(...pieces.split('·'))), { maxLength: 8 })
  .map(all => all.map(([indent, piece]) => `${' '.repeat(indent)}${piece}\n`).join(''))

/** Texts of every style with characters put in, taken away or moved, and heaps of what YAML is made of; most are no YAML. */
export const nearDocuments: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: slipped },
  { weight: 1, arbitrary: scraps },
  { weight: 1, arbitrary: stacked },
)
