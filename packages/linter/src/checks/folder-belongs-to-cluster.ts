import { didYouMean } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Entry } from '../fleet/fleet.ts'
import { count } from '../text/count.ts'

/** Manifests in the folder of the rendered tree lie in the folder of a cluster; said once for each other folder there. */
export const folderBelongsToCluster: Check = {
  name: 'folder-belongs-to-cluster',
  params: noParams,
  *find({ entries, model }) {
    if (model === undefined) return
    const byFolder = new Map<string, [Entry, ...Entry[]]>()
    for (const entry of entries) {
      if (entry.beside === undefined) continue
      const others = byFolder.get(entry.beside)
      if (others === undefined) byFolder.set(entry.beside, [entry])
      else others.push(entry)
    }
    const { path } = model.gitops
    const clusters = model.clusters.map(({ name }) => name)
    for (const [folder, [first, ...others]] of byFolder) {
      const where = folder === '' ? `directly in ${path}` : `in ${path}/${folder}`
      const hint = folder === '' ? '' : didYouMean(folder, clusters)
      const manifests = count(others.length + 1, 'manifest')
      yield { at: first.place, message: `${manifests} ${where}, which is the folder of no cluster${hint}` }
    }
  },
}
