import { field, isRecord, list, record } from '../fleet/fields.ts'
import { objectMeta } from '../generated/object-meta.ts'

// The part of JSON Schema that a structural schema of a CustomResourceDefinition may use and that means the same there.
const same = [
  'type',
  'enum',
  'pattern',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'multipleOf',
  'uniqueItems',
  'format',
]

/** The openAPIV3Schema of a version as the JSON Schema of its objects, closed to fields that the API server would prune. */
export function structuralSchema(openApi: unknown): object {
  const root = record(closed(openApi))
  const properties = {
    ...record(root.properties),
    apiVersion: {},
    kind: {},
    metadata: objectMeta,
    status: {},
  }
  const isOpen = field(openApi, 'x-kubernetes-preserve-unknown-fields') === true
  return { ...root, type: 'object', properties, ...(!isOpen && { additionalProperties: false }) }
}

/** Closed to unknown fields, at every level that does not preserve them. */
function closed(schema: unknown): object {
  if (!isRecord(schema)) return {}
  const isOpen = schema['x-kubernetes-preserve-unknown-fields'] === true
  const isEmbedded = schema['x-kubernetes-embedded-resource'] === true
  const own = Object.entries(record(schema.properties)).map(([name, inner]) => [name, closed(inner)])
  const embedded = isEmbedded ? { apiVersion: {}, kind: {}, metadata: objectMeta } : {}
  const properties = { ...Object.fromEntries(own), ...embedded }
  const rest =
    isOpen || schema.additionalProperties === true
      ? {}
      : { additionalProperties: isRecord(schema.additionalProperties) && closed(schema.additionalProperties) }
  return {
    ...validations(schema),
    ...(schema['x-kubernetes-int-or-string'] === true && { type: ['integer', 'string'] }),
    ...(schema.type === 'object' && { properties, ...rest }),
    ...(isRecord(schema.items) && { items: closed(schema.items) }),
  }
}

/** What a schema asks of values, apart from the fields there are: also the only thing that the branches of unions may say. */
function validations(schema: unknown): object {
  if (!isRecord(schema)) return {}
  const isIntOrString = schema['x-kubernetes-int-or-string'] === true
  const kept = same.flatMap(key => (schema[key] === undefined ? [] : [[key, schema[key]]]))
  const unions = ['allOf', 'anyOf', 'oneOf'].flatMap(key => {
    // int-or-string spells its types out once more.
    const branches = list(schema[key]).filter(branch => !(isIntOrString && saysTypes(branch)))
    return branches.length === 0 ? [] : [[key, branches.map(nested)]]
  })
  return {
    ...Object.fromEntries([...kept, ...unions]),
    ...bounds(schema),
    ...(isRecord(schema.not) && { not: nested(schema.not) }),
    ...(Array.isArray(schema.required) && { required: withoutDefaults(schema) }),
  }
}

function nested(schema: unknown): object {
  const inner = Object.entries(record(field(schema, 'properties'))).map(([name, one]) => [name, nested(one)])
  return {
    ...validations(schema),
    ...(inner.length > 0 && { properties: Object.fromEntries(inner) }),
    ...(isRecord(field(schema, 'items')) && { items: nested(field(schema, 'items')) }),
  }
}

function saysTypes(branch: unknown): boolean {
  return field(branch, 'type') !== undefined || list(field(branch, 'anyOf')).some(saysTypes)
}

/** OpenAPI 3.0 says of a bound whether it is exclusive, JSON Schema has two words for it. */
function bounds(schema: Readonly<Record<string, unknown>>): object {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema
  return {
    ...(minimum !== undefined && { [exclusiveMinimum === true ? 'exclusiveMinimum' : 'minimum']: minimum }),
    ...(maximum !== undefined && { [exclusiveMaximum === true ? 'exclusiveMaximum' : 'maximum']: maximum }),
  }
}

/** The API server fills defaults in before it looks. */
function withoutDefaults({ required, properties }: Readonly<Record<string, unknown>>): readonly unknown[] {
  return list(required).filter(name => field(properties, String(name), 'default') === undefined)
}
