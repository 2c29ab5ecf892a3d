import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { delivering } from '../fleet/delivering.ts'

/** Every YAML file that Flux takes from a folder without a kustomization.yaml is a manifest. */
export const fluxPathHoldsManifests: Check = {
  name: 'flux-path-holds-manifests',
  params: noParams,
  *find(fleet) {
    const said = new Set<string>()
    for (const { delivery } of delivering(fleet)) {
      const { engine, title, what } = delivery
      if (engine !== 'flux') continue
      for (const { at, message } of what.strays) {
        const key = `${at.source.file}\0${at.doc}`
        if (said.has(key)) continue
        said.add(key)
        yield {
          at,
          message: `${title} applies ${what.path || 'the root of the repository'} without a kustomization.yaml, and this is in the way: ${message}`,
          related: [{ at: what.at, message: `${title} names the path here` }],
        }
      }
    }
  },
}
