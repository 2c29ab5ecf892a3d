import type { Delivery } from '../delivery/delivery.ts'

/** The files that nobody but Flux applies, which lets kustomize read and write whatever it applies. */
export function filesThroughKustomize(deliveries: readonly Delivery[]): ReadonlySet<string> {
  const files = new Set<string>()
  for (const { engine, what } of deliveries)
    if (engine === 'flux') for (const { file } of what.linted.values()) files.add(file)
  if (files.size === 0) return files
  for (const { engine, what } of deliveries)
    if (engine === 'argocd') for (const { file } of what.linted.values()) files.delete(file)
  return files
}
