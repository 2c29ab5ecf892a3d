// The few shapes that params have, so that a check declares its own in a line.

/** A mapping with these fields and no others. */
export function fields(properties: Readonly<Record<string, object>>, ...required: readonly string[]): object {
  return { type: 'object', properties, required, additionalProperties: false }
}

export const noParams: object = fields({})

export const words: object = { type: 'array', items: { type: 'string' }, minItems: 1 }

/** Group-qualified kinds. */
export const kindNames: object = {
  type: 'array',
  items: { type: 'string', pattern: '^[A-Z][A-Za-z]*(\\.[a-z0-9.-]+)?$' },
  minItems: 1,
}

/** `spec.healthCheck.path`; `*` stands for every item of a list. */
export const fieldPath: object = { type: 'string', pattern: '^[A-Za-z]+(\\.([A-Za-z]+|\\*))*$' }
