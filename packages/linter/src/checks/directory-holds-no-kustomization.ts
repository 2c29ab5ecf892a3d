import { keyOf, placeOf, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { baseOf } from '../delivery/path.ts'
import { delivering } from '../fleet/delivering.ts'

const tools: ReadonlyMap<string, string> = new Map([
  ['kustomization.yaml', 'Kustomize'],
  ['kustomization.yml', 'Kustomize'],
  ['Chart.yaml', 'Helm'],
])

/** A source that says it is a plain directory holds nothing of Kustomize or Helm. */
export const directoryHoldsNoKustomization: Check = {
  name: 'directory-holds-no-kustomization',
  params: noParams,
  *find(fleet) {
    for (const { delivery, entry } of delivering(fleet)) {
      const { title, what } = delivery
      if (!what.explicit || what.form !== 'directory') continue
      const file = what.files.find(path => tools.has(baseOf(path)))
      if (file === undefined) continue
      const source = what.linted.get(file)
      yield {
        at: keyOf(within({ ...what.at, path: what.at.path.slice(0, -1) }, 'directory')),
        entry,
        message: `${title} takes ${what.path || 'the root of the repository'} for a plain directory, but ${file} is ${tools.get(baseOf(file))}'s`,
        related: source === undefined ? [] : [{ at: placeOf(source), message: 'the file is here' }],
      }
    }
  },
}
