import { didYouMean, keyOf, type Place, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { type Attachment, attachments } from '../fleet/listeners.ts'
import { title } from '../fleet/title.ts'

/** The sectionName and port of a parentRef are those of one of the Gateway's listeners. */
export const parentSectionIsPresent: Check = {
  name: 'parent-section-is-present',
  params: noParams,
  *find(fleet) {
    for (const route of latticeOf(fleet, routeKinds)) {
      for (const attachment of attachments(fleet, route)) {
        const { gateway, selected } = attachment
        if (selected.length > 0) continue
        yield {
          at: placeOf(attachment),
          entry: route,
          message: `${title(route)} attaches to ${wanted(attachment)} of ${title(gateway)}, which has ${offered(attachment)}`,
          related: [
            {
              at: keyOf(within(gateway.place, 'spec', 'listeners')),
              message: `the listeners of ${title(gateway)}`,
            },
          ],
        }
      }
    }
  },
}

function isNamed({ parent, listeners }: Attachment): boolean {
  return parent.sectionName === undefined || listeners.some(({ name }) => name === parent.sectionName)
}

function placeOf(attachment: Attachment): Place {
  const { at, port, sectionName } = attachment.parent
  if (!isNamed(attachment)) return within(at, 'sectionName')
  return port === undefined && sectionName === undefined ? at : within(at, 'port')
}

function wanted({ parent: { sectionName, port } }: Attachment): string {
  const words = [sectionName && `section "${sectionName}"`, port !== undefined && `port ${port}`]
  return words.filter(Boolean).join(' on ')
}

function offered(attachment: Attachment): string {
  const { listeners, parent } = attachment
  if (listeners.length === 0) return 'no listeners'
  const known = listeners.map(({ name, port }) => `"${name}" on port ${port}`).join(', ')
  const names = listeners.map(({ name }) => name)
  return isNamed(attachment) ? `only ${known}` : `only ${known}${didYouMean(parent.sectionName ?? '', names)}`
}
