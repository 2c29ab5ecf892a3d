import { topologySchema } from '@espalier/model/schemas'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('topology schema')

interface Field {
  readonly pointer: string
  readonly schema: {
    readonly description?: string
    readonly examples?: readonly unknown[]
    readonly default?: unknown
  }
}

const ajv = new Ajv2020({ strict: true, allErrors: true })
ajv.addVocabulary(['patternWords', 'unionWords'])
ajv.addSchema(topologySchema, 'topology')
const fields = fieldsOf(topologySchema, '')

// Every schema under a `properties` keyword, wherever it is.
function fieldsOf(schema: unknown, pointer: string): readonly Field[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) => {
    const here = `${pointer}/${key}`
    const own =
      key === 'properties'
        ? Object.entries(value).map(([name, field]) => ({
            pointer: `${here}/${name}`,
            schema: field as object,
          }))
        : []
    return [...own, ...(key === 'examples' || key === 'default' ? [] : fieldsOf(value, here))]
  })
}

test('every field says what it means and shows an example', () => {
  assert.ok(fields.length > 150)
  const mute = fields.filter(
    ({ schema }) => !schema.description?.endsWith('.') || schema.examples === undefined,
  )
  assert.equal(
    mute.map(field => field.pointer),
    [],
  )
})

test('every example and every default is possible', () => {
  const wrong = fields.flatMap(({ pointer, schema }) => {
    const shown = [...(schema.examples ?? []), ...(schema.default === undefined ? [] : [schema.default])]
    const validate = ajv.getSchema(`topology#${pointer}`)
    return shown.filter(value => !validate?.(value)).map(value => `${pointer}: ${JSON.stringify(value)}`)
  })
  assert.equal(wrong, [])
})

test('no mapping takes unknown fields but those whose names are free', () => {
  const open =
    JSON.stringify(topologySchema, (_, value) => (isOpen(value) ? 'OPEN' : value)).match(/"(\w+)":"OPEN"/g) ??
    []
  assert.equal(open, ['"values":"OPEN"'])
})

function isOpen(schema: Readonly<Record<string, unknown>> | null): boolean {
  return schema?.type === 'object' && schema.$ref === undefined && schema.additionalProperties === undefined
}

test.run()
