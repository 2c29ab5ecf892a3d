import type { Model } from '@espalier/model'

/** Names become label values on everything that Flux applies. */
export const longestName = 63

export function unitName(model: Model, unit: string): string {
  return `${model.name}-${unit}`
}

/** The service account that a team's manifests are applied as. */
export function teamAccount(model: Model, namespace: string): string {
  return `${model.name}-apps-${namespace}`
}
