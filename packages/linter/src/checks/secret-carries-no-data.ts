import { keyOf, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { isRecord } from '../fleet/fields.ts'
import { kinds } from '../fleet/kinds.ts'
import { secretKeys } from '../fleet/secret-keys.ts'
import { title } from '../fleet/title.ts'

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
      const found = secretKeys(entry)
      const [first] = found
      if (first === undefined) continue
      // The keys, not their values: reports are read by more people than the Secret.
      const keys = [...new Set(found.map(({ key }) => key))].join(', ')
      yield {
        at: keyOf(within(entry.place, first.field)),
        entry,
        message: `${title(entry)} has values in Git: ${keys}`,
      }
    }
  },
}
