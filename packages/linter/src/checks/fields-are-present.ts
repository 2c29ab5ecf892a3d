import { keyOf } from '@espalier/model'
import type { Check } from '../check.ts'
import { fieldPath, fields, kindNames, words } from '../check-params.ts'
import { field, isRecord } from '../fleet/fields.ts'
import { title } from '../fleet/title.ts'
import { valuesAt } from '../fleet/values.ts'

interface Params {
  readonly kinds: readonly string[]
  readonly within: string
  readonly required: readonly string[]
}

/** A mapping, where there is one, has the fields without which its reader refuses it. */
export const fieldsArePresent: Check<Params> = {
  name: 'fields-are-present',
  params: fields({ kinds: kindNames, within: fieldPath, required: words }, 'kinds', 'within', 'required'),
  *find(fleet, { kinds, within: path, required }) {
    for (const entry of fleet.ofKind(kinds)) {
      // A kustomization may add what is missing here.
      if (entry.kustomized && !entry.rendered) continue
      for (const { value, at } of valuesAt(entry, path)) {
        const absent = required.filter(key => field(value, key) === undefined || field(value, key) === null)
        if (!isRecord(value) || absent.length === 0) continue
        yield {
          at: keyOf(at),
          entry,
          message: `${path} of ${title(entry)} has no ${absent.join(' and no ')}`,
        }
      }
    }
  },
}
