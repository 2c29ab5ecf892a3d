import { keyOf } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { kinds } from '../fleet/kinds.ts'
import { annotation, annotationAt, importedExport, lookupKeys } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** A ServiceImport names a target group, or what to look for, but not both. */
export const importHasOneMode: Check = {
  name: 'import-has-one-mode',
  params: noParams,
  *find(fleet) {
    for (const entry of fleet.ofKind([kinds.serviceImport])) {
      // Blank lookup annotations conflict too.
      const others = lookupKeys.filter(key => annotation(entry, key) !== undefined)
      if (others.length === 0 || importedExport(entry).targetGroupArn === undefined) continue
      yield {
        at: annotationAt(entry, 'target-group-arn'),
        entry,
        message: `${title(entry)} has target-group-arn together with ${others.join(' and ')}, and the controller takes neither`,
        related: others.map(key => ({
          at: keyOf(annotationAt(entry, key)),
          message: `${key} makes the controller look for an export`,
        })),
      }
    }
  },
}
