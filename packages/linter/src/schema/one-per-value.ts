import { group } from '@espalier/model'
import type { ErrorObject } from 'ajv'

// What is said of a value that breaks several rules at once, for example the empty text that is too short and of no form.
const telling = ['type', 'enum', 'minLength', 'maxLength', 'minimum', 'maximum', 'format', 'pattern']

/** One error about each value; errors about the fields of a mapping are about as many mistakes. */
export function onePerValue(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const byValue = group(errors, ({ instancePath }) => instancePath)
  return [...byValue.values()].flatMap(all => {
    const [first] = telling.flatMap(keyword => all.find(error => error.keyword === keyword) ?? [])
    return [...(first ? [first] : []), ...all.filter(({ keyword }) => !telling.includes(keyword))]
  })
}
