import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { fieldName } from '../fleet/field-name.ts'
import { kinds } from '../fleet/kinds.ts'
import { title } from '../fleet/title.ts'

/** Dates in what goes through kustomize are in quotes: it writes them with an hour, but for those in annotations. */
export const datesAreTextsToKustomize: Check = {
  name: 'dates-are-texts-to-kustomize',
  params: noParams,
  *find(fleet) {
    for (const entry of fleet.entries) {
      if (!entry.viaKustomize) continue
      for (const { path, text } of entry.ambiguous) {
        const written = asKustomizeWrites(text)
        if (written === undefined || (path[0] === 'metadata' && path[1] === 'annotations')) continue
        const at = within(entry.place, ...path)
        const [read, made] = entry.kind === kinds.secret ? ['a date', 'it with an hour'] : [text, written]
        yield {
          at,
          entry,
          message: `${fieldName(entry, at)} of ${title(entry)} is ${read} without quotes, and kustomize writes ${made}`,
        }
      }
    }
  },
}

function asKustomizeWrites(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = new Date(`${date}T00:00:00Z`)
  // The 30th of February is a text to kustomize, and the 2nd of March here.
  return Number.isNaN(time.getTime()) || !time.toISOString().startsWith(date)
    ? undefined
    : `${date}T00:00:00Z`
}
