import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Model, readYaml, syncedFolder } from '@espalier/model'
import { readText } from '../files/read-text.ts'

/**
 * The hand-written kustomizations, relative to the root, that keep Flux from what was rendered: with one in the folder it syncs, Flux
 * applies only what it lists.
 */
export function unlistedRoots(model: Model, root: string): readonly string[] {
  if (model.gitops.engine !== 'flux') return []
  return model.clusters
    .map(cluster => `${syncedFolder(model, cluster)}/kustomization.yaml`)
    .filter(file => existsSync(join(root, file)) && !listsEspalier(join(root, file)))
}

function listsEspalier(path: string): boolean {
  const [document] = readYaml({ file: path, text: readText(path).value ?? '' }).documents
  const value = document?.value
  const resources =
    typeof value === 'object' && value !== null && 'resources' in value ? value.resources : undefined
  return Array.isArray(resources) && resources.some(one => /^(\.\/)?espalier\/?$/.test(String(one)))
}
