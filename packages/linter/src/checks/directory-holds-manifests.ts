import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { delivering } from '../fleet/delivering.ts'

/** Every JSON file that Argo CD takes from a plain directory is a manifest. */
export const directoryHoldsManifests: Check = {
  name: 'directory-holds-manifests',
  params: noParams,
  *find(fleet) {
    for (const { delivery, entry } of delivering(fleet)) {
      const { engine, title, what } = delivery
      if (engine !== 'argocd') continue
      for (const { at, message } of what.strays)
        yield {
          at: what.at,
          entry,
          message: `${title} takes ${at.source.file} for a manifest: ${message}`,
          related: [{ at, message: 'the file is here' }],
        }
    }
  },
}
