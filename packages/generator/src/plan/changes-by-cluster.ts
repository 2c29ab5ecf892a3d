import { identity, type Model } from '@espalier/model'
import { changedFields } from './changed-fields.ts'
import type { ChangedObject, ClusterChanges, PlannedObject, PlanSide } from './changes.ts'
import { deletionsBy } from './deletions-by.ts'
import { differingObjects, type TreeObject } from './differing-objects.ts'
import { orphans } from './orphans.ts'

/** The changes of every cluster in which some rendered file differs, sorted by its name. */
export function changesByCluster(
  before: PlanSide,
  after: PlanSide & { readonly model: Model },
): readonly ClusterChanges[] {
  const differing = differingObjects(before.tree, after.tree)
  const isDeleted = deletionsBy(before.model ?? after.model, after)
  return [...differing.clusters].sort().map(cluster => {
    const own = (objects: readonly TreeObject[]): ReadonlyMap<string, TreeObject> =>
      new Map(objects.filter(one => one.cluster === cluster).map(one => [identity(one.object), one]))
    return changesOf(cluster, own(differing.before), own(differing.after), isDeleted)
  })
}

function changesOf(
  cluster: string,
  before: ReadonlyMap<string, TreeObject>,
  after: ReadonlyMap<string, TreeObject>,
  isDeleted: (one: TreeObject) => boolean,
): ClusterChanges {
  const gone = [...before].filter(([name]) => !after.has(name)).map(([, one]) => one)
  const both = [...after].flatMap(([name, one]): readonly ChangedObject[] => {
    const old = before.get(name)
    return old === undefined ? [] : [{ ...planned(one), fields: changedFields(old.object, one.object) }]
  })
  return {
    cluster,
    added: [...after].filter(([name]) => !before.has(name)).map(([, one]) => planned(one)),
    changed: both.filter(({ fields }) => fields.length > 0),
    removed: gone.filter(isDeleted).map(one => ({ ...planned(one), orphans: orphans(one.object) })),
    left: gone.filter(one => !isDeleted(one)).map(planned),
    moved: both.filter(({ fields }) => fields.length === 0).map(({ object, file }) => ({ object, file })),
  }
}

function planned({ object, file }: TreeObject): PlannedObject {
  return { object, file }
}
