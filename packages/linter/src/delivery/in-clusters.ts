import type { Whereabouts } from './delivery.ts'
import { type EngineObject, engineTitle } from './engine-objects.ts'
import { localServer, type RegisteredCluster } from './registered-clusters.ts'

/** What a name that `arrivals` works with stands for in the end. */
export type NameOf = (name: string) => Whereabouts

/** A name for the cluster of an Argo CD that nobody names; each root has its own until all is read. */
export function unnamed(root: EngineObject): string {
  return `\0${root.path}\0${root.at.doc}`
}

/**
 * The roots that nobody names are in one cluster, which Argo CD itself calls in-cluster, unless something shows that they are not: one
 * name for two objects, in the trees of two roots.
 */
export function inClusters(
  carriers: ReadonlyMap<EngineObject, ReadonlySet<string>>,
  registered: readonly RegisteredCluster[],
): { readonly nameOf: NameOf; readonly remark?: string } {
  const local = registered.find(({ server }) => server === localServer)?.name ?? 'in-cluster'
  const seen = new Map<string, { readonly object: EngineObject; readonly root: string }>()
  let isUsed = false
  for (const [object, names] of carriers) {
    for (const root of names) {
      if (!root.startsWith('\0')) continue
      isUsed = true
      const title = engineTitle(object.object)
      const first = seen.get(title)
      if (first === undefined) seen.set(title, { object, root })
      else if (
        first.root !== root &&
        first.object.path !== object.path &&
        object.kind.endsWith('.argoproj.io')
      )
        return { nameOf: severally(`${title} is in ${first.object.path} and in ${object.path}`) }
    }
  }
  const remark = `the cluster that Argo CD runs in is called ${local} here, since nothing names it`
  return {
    nameOf: name => ({ cluster: name.startsWith('\0') ? local : name }),
    ...(isUsed && local === 'in-cluster' && { remark }),
  }
}

function severally(why: string): NameOf {
  const unknown = `${why}, so there are several Argo CDs, and nothing says in which clusters`
  return name => (name.startsWith('\0') ? { unknown } : { cluster: name })
}
