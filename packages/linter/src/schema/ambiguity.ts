import { type Place, within } from '@espalier/model'
import type { ErrorObject } from 'ajv'
import type { Entry } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { kubernetesValue } from './kubernetes-reading.ts'
import type { SchemaFault } from './schema-fault.ts'

/** Where an error is about a scalar without quotes that only Kubernetes takes for something else than text. */
export function ambiguityOf(
  entry: Entry,
  { keyword, params, instancePath }: ErrorObject,
  named: (at: Place) => string,
): SchemaFault | undefined {
  if (keyword !== 'type' || params.type !== 'string') return undefined
  const scalar = entry.ambiguous.find(({ path }) => pointerOf(path) === instancePath)
  if (scalar === undefined) return undefined
  const at = within(entry.place, ...scalar.path)
  const what = entry.kind === kinds.secret ? 'a word' : scalar.text
  const read = entry.kind === kinds.secret ? 'something else' : kubernetesValue(scalar.text)
  const message = `${named(at)} is ${what} without quotes, which Kubernetes reads as ${read}, but must be text: write it in quotes`
  return { fault: 'ambiguous-scalar', at, entry, message }
}

function pointerOf(path: readonly (string | number)[]): string {
  return path.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
