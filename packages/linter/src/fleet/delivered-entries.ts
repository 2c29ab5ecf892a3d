import { group } from '@espalier/model'
import type { Delivery } from '../delivery/delivery.ts'
import type { Built, Entry, Fleet } from './fleet.ts'
import { folderOf } from './kustomization.ts'
import { oncePer } from './once-per.ts'

/** The objects that a delivery brings, as its cluster gets them. */
export interface DeliveredEntries {
  readonly entries: readonly Entry[]
  /** It surely brings nothing else. */
  readonly isWhole: boolean
}

/** What a delivery of Argo CD brings: what is built of a kustomization, and all else as it lies. */
export function deliveredEntries(fleet: Fleet, { what, target }: Delivery): DeliveredEntries {
  const { byFile, byBuild, builds } = indexesOf(fleet)
  const cluster = 'cluster' in target ? target.cluster : undefined
  const isLinted = what.state !== 'missing' && what.files.length === what.linted.size
  const files = [...what.linted.values()].map(({ file }) => file)
  if (what.form === 'kustomize') {
    const [root] = what.plainBuild ? what.rootSources : []
    const [built] = near(root && builds.get(folderOf(root.file)), cluster)
    const entries = (built && byBuild.get(built))?.filter(isAsMade) ?? []
    return { entries, isWhole: isLinted && built?.isWhole === true }
  }
  const entries = files.flatMap(file => near(clustersOf(byFile.get(file) ?? none), cluster)).filter(isAsMade)
  const whole = fleet.wholeFiles.get(cluster ?? '')
  return { entries, isWhole: isLinted && what.plain && files.every(file => whole?.has(file)) }
}

const none: readonly Entry[] = []

function isAsMade({ kustomized }: Entry): boolean {
  return !kustomized
}

type ByCluster<T> = ReadonlyMap<string, readonly T[]>

/** Those of a cluster and those that nobody has given one; for a delivery that may go anywhere, those of the first one. */
function near<T>(all: ByCluster<T> | undefined, cluster: string | undefined): readonly T[] {
  if (all === undefined) return []
  const open = all.get('') ?? []
  const [first = []] = cluster === undefined ? all.values() : [all.get(cluster)]
  return open === first ? open : [...open, ...first]
}

const clustersOf = oncePer(
  (entries: readonly Entry[]): ByCluster<Entry> => group(entries, ({ cluster }) => cluster?.name ?? ''),
)

const indexesOf = oncePer(({ entries, built }: Fleet) => {
  const plain = entries.filter(entry => entry.built === undefined)
  const byFolder = group(built, ({ folder }) => folder)
  return {
    byFile: group(plain, ({ place }) => place.source.file),
    byBuild: group(entries, entry => entry.built),
    builds: new Map(
      [...byFolder].map(([folder, all]): [string | undefined, ByCluster<Built>] => [
        folder,
        group(all, ({ cluster }) => cluster ?? ''),
      ]),
    ),
  }
})
