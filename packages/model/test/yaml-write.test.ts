import { writeYaml } from '@espalier/model'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parse } from 'yaml'

const test = suite('yaml write')

test('fields come in the order that readers of manifests expect', () => {
  const object = {
    spec: { b: 1, a: [{ z: 1, name: 'x' }] },
    metadata: { labels: {}, name: 'n' },
    kind: 'K',
    apiVersion: 'v1',
  }
  const lines = [
    'apiVersion: v1',
    'kind: K',
    'metadata:',
    '  name: "n"',
    '  labels: {}',
    'spec:',
    '  a:',
    '    - name: x',
    '      z: 1',
    '  b: 1',
    '',
  ]
  assert.is(writeYaml(object), lines.join('\n'))
})

test('texts that are more than letters stay what they are', () => {
  const texts = [
    'on',
    '0777',
    '1:30',
    '',
    ' a',
    'a: b',
    'a #b',
    'arn:aws:s3:::x',
    `${'$'}{aws:x}`,
    'a\nb\n',
    'a\n\n b',
    '\n',
    '~',
    '1e3',
    'a:',
    'y',
    'a\u0085b',
  ]
  for (const version of ['1.1', '1.2'] as const)
    assert.equal(parse(writeYaml(texts), { version }), texts, version)
  assert.is(
    writeYaml({ a: 'arn:aws:s3:::x', b: 'v1.5.1', c: '1.5' }),
    'a: arn:aws:s3:::x\nb: v1.5.1\nc: "1.5"\n',
  )
})

test('YAML 1.1 and 1.2 readers get back the very value', () => {
  const runs = process.env.ESPALIER_LONG ? 100_000 : 2_000
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string(),
    fc.constantFrom('yes', '0o7', '1_0', '=', '<<', '2001-01-01', '-', '? a', 'a\n b\n\n'),
  )
  const value = fc.letrec<{ node: unknown }>(tie => ({
    node: fc.oneof(
      { maxDepth: 4 },
      texts,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(
        texts.filter(key => key !== '__proto__'),
        tie('node'),
        { maxKeys: 4 },
      ),
    ),
  })).node
  const property = fc.property(fc.dictionary(fc.constantFrom('a', 'spec', 'name'), value), written => {
    for (const version of ['1.1', '1.2'] as const) {
      const back = parse(writeYaml(written), { version, uniqueKeys: false })
      assert.equal(JSON.stringify(sorted(back)), JSON.stringify(sorted(written)))
    }
  })
  fc.assert(property, { numRuns: runs, seed: 1 })
})

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  )
}

test.run()
