import { keyOf, nearest, within } from '@espalier/model'
import { fieldName } from '../fleet/field-name.ts'
import type { Entry } from '../fleet/fleet.ts'
import { title } from '../fleet/title.ts'
import type { UnknownField } from './kind-schema.ts'
import type { SchemaFault } from './schema-fault.ts'

/** A field that a package does not know: surely misspelt where a known one is very near, and perhaps only newer than the package. */
export function strangeField(
  entry: Entry,
  { path, name, known }: UnknownField,
  from = '',
): SchemaFault | undefined {
  if (isOfATool(name, path)) return undefined
  const parent = within(entry.place, ...path)
  const owner = [fieldName(entry, parent), title(entry)].filter(word => word !== '').join(' of ')
  const at = keyOf(within(parent, name))
  const meant = nearest(name, known, name.length < 5 ? 1 : 2)
  const what = `${owner} has no field ${JSON.stringify(name)}`
  if (meant !== undefined)
    return { fault: 'unknown-field', at, entry, message: `${what}; did you mean "${meant}"?` }
  return { fault: 'unfamiliar-field', at, entry, message: `${what} as far as ${from} knows` }
}

/** SOPS writes its key beside the others, and takes it out again; `$patch` and the like tell whoever patches what to do. */
function isOfATool(name: string, path: readonly unknown[]): boolean {
  return name.startsWith('$') || (name === 'sops' && path.length === 0)
}
