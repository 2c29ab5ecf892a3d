import { type Place, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { localServer } from '../delivery/registered-clusters.ts'
import { type Delivering, delivering } from '../fleet/delivering.ts'
import { field, list, text } from '../fleet/fields.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { projectOf } from '../fleet/projects.ts'
import { title } from '../fleet/title.ts'

/** An AppProject that is named after the one cluster of its Applications admits no other. */
export const projectKeepsToItsCluster: Check = {
  name: 'project-keeps-to-its-cluster',
  params: noParams,
  *find(fleet) {
    const all = delivering(fleet)
    const names = destinationNames(all)
    for (const [project, own] of byProject(fleet, all)) {
      const cluster = clusterOf(project, own)
      if (cluster === undefined) continue
      for (const { at, other } of admitted(project, names)) {
        if (other === cluster) continue
        yield {
          at,
          entry: project,
          message: `${title(project)} admits cluster ${other}, but all its Applications go to cluster ${cluster}`,
        }
      }
    }
  },
}

function byProject(fleet: Fleet, all: readonly Delivering[]): ReadonlyMap<Entry, readonly Delivering[]> {
  const found = new Map<Entry, Delivering[]>()
  for (const one of all) {
    const project = one.delivery.destination && projectOf(fleet, one.delivery.object, one.entry)
    if (project !== undefined) found.set(project, [...(found.get(project) ?? []), one])
  }
  return found
}

/** The cluster that all Applications of a project go to, where its name says that this is what it is for. */
function clusterOf(project: Entry, own: readonly Delivering[]): string | undefined {
  const targets = new Set(
    own.map(({ delivery }) => ('cluster' in delivery.target ? delivery.target.cluster : '')),
  )
  const [cluster = ''] = targets
  const isNamed = `-${project.name}-`.includes(`-${cluster}-`)
  return targets.size === 1 && cluster !== '' && isNamed ? cluster : undefined
}

/** Clusters by the names and addresses that destinations know them by. */
function destinationNames(all: readonly Delivering[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const { delivery } of all) {
    if (!('cluster' in delivery.target)) continue
    const { name, server } = delivery.destination ?? {}
    for (const one of [name, server])
      if (one !== undefined && !local.includes(one)) names.set(one, delivery.target.cluster)
  }
  return names
}

// What admits any cluster is another rule's business.
function admitted(
  { object, place, cluster }: Entry,
  names: ReadonlyMap<string, string>,
): readonly { readonly at: Place; readonly other: string }[] {
  const clusterAt = (text = '') => (local.includes(text) ? cluster?.name : names.get(text))
  return list(field(object, 'spec', 'destinations')).flatMap((entry, index) => {
    const key = ['name', 'server'].find(one => clusterAt(text(field(entry, one))) !== undefined)
    const other = key && clusterAt(text(field(entry, key)))
    return key && other ? [{ at: within(place, 'spec', 'destinations', index, key), other }] : []
  })
}

// The cluster that the project itself is in.
const local: readonly string[] = ['in-cluster', localServer]
