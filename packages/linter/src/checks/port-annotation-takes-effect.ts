import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field, list } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { annotation, annotationAt, isFederated } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** Every port that the `port` annotation of a ServiceExport names is exported. */
export const portAnnotationTakesEffect: Check = {
  name: 'port-annotation-takes-effect',
  params: noParams,
  *find(fleet) {
    for (const entry of fleet.ofKind([kinds.serviceExport])) {
      const said = annotation(entry, 'port')?.split(',').filter(Boolean) ?? []
      const why = said.length > 0 && whyWithout(entry, said)
      if (!why || !isFederated(entry)) continue
      yield { at: annotationAt(entry, 'port'), entry, message: `${title(entry)} ${why}` }
    }
  },
}

function whyWithout({ object }: Entry, said: readonly string[]): string | undefined {
  const exported = list(field(object, 'spec', 'exportedPorts'))
  if (exported.length > 0) {
    const ports = exported.map(one => String(field(one, 'port')))
    const lost = said.filter(one => !ports.includes(one.trim()))
    return lost.length === 0
      ? undefined
      : `has port ${lost.join(', ')} in its annotation, but exportedPorts is there too, and only that counts: ${ports.join(', ')}`
  }
  const wrong = said.filter(one => !isPort(one))
  if (wrong.length === 0) return undefined
  const words = wrong.map(one => JSON.stringify(one)).join(', ')
  const all = wrong.length === said.length ? ', and so exports every port of its Service' : ''
  return `has ${words} in its port annotation, which takes only numbers from 1 to 65535 with nothing but a comma between them${all}`
}

function isPort(word: string): boolean {
  return /^\+?\d+$/.test(word) && Number(word) >= 1 && Number(word) <= 65_535
}
