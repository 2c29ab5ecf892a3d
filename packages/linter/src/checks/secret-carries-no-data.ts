import { keyOf, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field, isRecord, record } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { title } from '../fleet/title.ts'

// Left for Flux, the Argo CD vault plugin or vals to fill in.
const placeholder = /^(\$\{[^{}]+\}|<[^<>]+>|ref\+[a-z0-9]+:\/\/\S+)$/

/** A Secret in Git has no values, unless SOPS has encrypted them. */
export const secretCarriesNoData: Check = {
  name: 'secret-carries-no-data',
  params: noParams,
  *find(fleet) {
    const secrets = [
      ...fleet.ofKind([kinds.secret]),
      ...fleet.patches.filter(entry => entry.kind === kinds.secret),
    ]
    for (const entry of secrets) {
      if (isRecord(entry.object.sops)) continue
      const where = ['data', 'stringData'].find(name => keysWithValues(entry, name).length > 0)
      if (where === undefined) continue
      const keys = keysWithValues(entry, where).join(', ')
      // The key, not the value: reports are read by more people than the Secret.
      yield {
        at: keyOf(within(entry.place, where)),
        entry,
        message: `${title(entry)} has values in Git: ${keys}`,
      }
    }
  },
}

function keysWithValues({ object }: Entry, name: string): readonly string[] {
  const values = Object.entries(record(field(object, name)))
  return values.filter(([, value]) => !isEmpty(value)).map(([key]) => key)
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (typeof value === 'string' && placeholder.test(value.trim()))
}
