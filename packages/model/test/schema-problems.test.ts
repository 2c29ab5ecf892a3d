import { Ajv2020 } from 'ajv/dist/2020.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { schemaProblems } from '../src/schema-problems.ts'
import { placeOf } from '../src/source.ts'

const test = suite('schema problems')

const ajv = new Ajv2020({ allErrors: true, verbose: true, messages: false })
ajv.addVocabulary(['patternWords', 'unionWords'])

const told = (schema: object, value: unknown, written?: string) => {
  const validate = ajv.compile({ type: 'object', properties: { x: schema } })
  validate({ x: value })
  const root = placeOf({ file: 'a.yaml', text: '' })
  return schemaProblems(validate.errors ?? [], { x: value }, root, () => written).map(
    problem => problem.message,
  )
}

test('a value is named together with what is possible', () => {
  assert.equal(told({ enum: ['HTTP', 'TLS'] }, 'http'), [
    'x is "http", but must be HTTP or TLS; did you mean "HTTP"?',
  ])
  assert.equal(told({ type: 'integer', minimum: 1, maximum: 9 }, 10), ['x is 10, but must be from 1 to 9'])
  assert.equal(told({ type: 'string', pattern: '^a', patternWords: 'an a' }, 'b'), [
    'x is "b", but must be an a',
  ])
  assert.equal(told({ type: 'string' }, null), ['x is empty, but must be text'])
  assert.equal(told({ const: 'a' }, 'b'), ['x is "b", but must be a'])
})

test('a value that only lacks or has quotes is shown as it should be written', () => {
  assert.equal(told({ type: 'string' }, 1.1, '1.10'), [
    'x is the number 1.1, but must be text: write "1.10", in quotes',
  ])
  assert.equal(told({ type: 'string' }, true), ['x is true, but must be text: write "true", in quotes'])
  assert.equal(told({ type: 'integer' }, '8'), [
    'x is "8", but must be a whole number: write 8 without quotes',
  ])
  assert.equal(told({ type: 'string', pattern: '^a', patternWords: 'an a' }, 1), [
    'x is the number 1, but must be an a',
  ])
})

test('amounts are counted', () => {
  assert.equal(told({ type: 'array', minItems: 1 }, []), ['x has no entries, but needs at least 1'])
  assert.equal(told({ type: 'array', maxItems: 1 }, [1, 2]), ['x has 2 entries; at most 1 are possible'])
  assert.equal(told({ type: 'array', uniqueItems: true }, ['a', 'b', 'a']), ['x has "a" twice'])
  assert.equal(told({ type: 'string', maxLength: 1 }, 'ab'), ['x has 2 characters; at most 1 are possible'])
  assert.equal(told({ type: 'object', maxProperties: 1 }, { a: 1, b: 2 }), [
    'x has 2 fields, but can have only 1: a or b',
  ])
})

test('a password or a token in a URL is not repeated', () => {
  for (const user of ['me:secret', 'secret']) {
    const [message = ''] = told({ type: 'string', pattern: '^a' }, `https://${user}@example.com/x`)
    assert.not.match(message, 'secret')
  }
})

const union = {
  unionWords: 'a word or {a}',
  anyOf: [
    { enum: ['one', 'two'] },
    { type: 'object', required: ['a'], properties: { a: { type: 'integer' } } },
  ],
}

test('a union speaks of the branch that was meant, and of itself where none was', () => {
  assert.equal(told(union, 'ones'), ['x is "ones", but must be one or two; did you mean "one"?'])
  assert.equal(told(union, {}), ['x needs the field a'])
  assert.equal(told(union, { a: true }), ['x.a is true, but must be a whole number'])
  assert.equal(told(union, 3), ['x is the number 3, but must be a word or {a}'])
  assert.equal(told({ type: 'array', items: union }, [...Array(10).fill('one'), 3]), [
    'x[10] is the number 3, but must be a word or {a}',
  ])
})

test('an unknown field is told with the nearest known one, or with all of them', () => {
  const schema = { type: 'object', properties: { name: {}, port: {} }, additionalProperties: false }
  assert.equal(told(schema, { nmae: 1 }), ['x has no field "nmae"; did you mean "name"?'])
  assert.equal(told(schema, { 'a/b~c': 1 }), ['x has no field "a/b~c"; it has name, port'])
})

test('a key that is not possible is told as a key', () => {
  const schema = { type: 'object', propertyNames: { pattern: '^a', patternWords: 'an a' } }
  assert.equal(told(schema, { b: 1 }), ['x has the key "b", but a key there must be an a'])
})

test.run()
