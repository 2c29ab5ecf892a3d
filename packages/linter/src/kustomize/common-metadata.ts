import { within } from '@espalier/model'
import { field, record } from '../fleet/fields.ts'
import { addPairs } from './add-pairs.ts'
import type { FluxFields } from './flux-fields.ts'
import type { Resource } from './resource.ts'
import type { Work } from './work.ts'

// What says how to make an object comes too late, when all objects are made.
const late = ['kustomize.toolkit.fluxcd.io/substitute', 'kustomize.toolkit.fluxcd.io/decrypt']

/** `commonMetadata` of a Kustomization of Flux, which goes over objects last. Source: kustomize-controller v1.10.1, apply. */
export function addCommonMetadata(
  resources: readonly Resource[],
  { spec, at }: FluxFields,
  { trace }: Work,
): void {
  for (const key of ['labels', 'annotations']) {
    const given = Object.entries(record(field(spec, 'commonMetadata', key)))
    const pairs = Object.fromEntries(given.filter(([name]) => !late.includes(name)))
    const specs = [{ path: `metadata/${key}`, create: true }]
    addPairs(resources, { pairs, at: within(at, 'commonMetadata', key), specs }, trace)
  }
}
