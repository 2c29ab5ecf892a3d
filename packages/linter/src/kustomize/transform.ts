import type { Configuration } from './configuration.ts'
import type { Kustomization } from './kustomization.ts'
import { addLabels } from './labels.ts'
import { setNamespace } from './namespace.ts'
import { allPatches, jsonPatches, mergePatches } from './patches.ts'
import { rename } from './rename.ts'
import { replaceValues } from './replacements.ts'
import type { Resource } from './resource.ts'
import type { Work } from './work.ts'

/** What a kustomization does to the objects it has, in the order in which kustomize does it whatever the order of the fields. */
export function transform(
  resources: readonly Resource[],
  kustomization: Kustomization,
  configuration: Configuration,
  work: Work,
): readonly Resource[] {
  const merged = mergePatches(resources, kustomization, work)
  const patched = allPatches(merged, kustomization, work)
  const placed = setNamespace(patched, kustomization, configuration, work)
  const named = rename(placed, kustomization, configuration)
  addLabels(named, kustomization, configuration, work)
  const result = jsonPatches(named, kustomization, work)
  replaceValues(result, kustomization, work)
  return result
}
