import type { Place } from '@espalier/model'
import type { Entry } from './fleet.ts'

/** `rules[0].matches`, as messages name a field of an object; that it is of the spec goes without saying. */
export function fieldName({ place }: Entry, { path }: Place): string {
  const steps = path.slice(place.path.length)
  const name = steps.map(step => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')
  return name.replace(/^\.(spec\.)?/, '')
}
