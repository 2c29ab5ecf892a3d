import { clusterFolders, type Model, type Problem } from '@espalier/model'
import { repositoryKey } from './repository-key.ts'
import { sourcePath } from './team-sources.ts'

/** A source that holds rendered files, or lies among them, would be delivered by a team and by Espalier. */
export function sourcesInTree(model: Model): readonly Problem[] {
  const { gitops, services } = model
  const fleet = repositoryKey(gitops.repository)
  return services.flatMap(({ name, source, runs }) => {
    if (source === undefined || repositoryKey(source.repository) !== fleet) return []
    const [met] = runs.flatMap(({ cluster }) => {
      const path = sourcePath(source, cluster)
      const folder = [gitops.path, ...clusterFolders(model, cluster)].find(one => overlap(one, path))
      return folder === undefined ? [] : [{ path, folder }]
    })
    if (met === undefined) return []
    const message = `the source of service ${name}, ${met.path}, and the rendered files in ${met.folder} overlap; keep the team's manifests outside`
    return [{ check: 'beyond-engine', message, at: source.at }]
  })
}

function overlap(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`)
}
