import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Delivery } from '../delivery/delivery.ts'
import { delivering } from '../fleet/delivering.ts'
import type { Fleet } from '../fleet/fleet.ts'

/** Where folders are named after the clusters they go to, none goes to another cluster that there is. */
export const folderIsOfItsCluster: Check = {
  name: 'folder-is-of-its-cluster',
  params: noParams,
  *find(fleet) {
    const open = delivering(fleet).filter(({ delivery }) => !isSaid(delivery))
    if (open.length === 0) return
    const known = knownClusters(fleet)
    const examples = examplesIn(fleet)
    for (const { delivery, entry } of open) {
      const { target, what, title, targetAt } = delivery
      if (!('cluster' in target)) continue
      const wrong = stepsOf(delivery).find(
        one =>
          known.has(one.step) && examples.has(one.above) && isMistaken(fleet, delivery, one, target.cluster),
      )
      const example = examples.get(wrong?.above ?? '')
      if (wrong === undefined || example === undefined || holdsDeliveries(fleet, delivery)) continue
      yield {
        at: targetAt,
        entry,
        message: `${title} delivers ${what.path} to cluster ${target.cluster}, but the folder is named after cluster ${wrong.step}`,
        related: [
          { at: what.at, message: 'the path is here' },
          {
            at: example.what.at,
            message: `${example.title} delivers ${example.what.path} to the cluster it is named after`,
          },
        ],
      }
    }
  },
}

/** By the folder above: a delivery of a folder that is named after the cluster it goes to. */
function examplesIn({ deliveries }: Fleet): ReadonlyMap<string, Delivery> {
  const examples = new Map<string, Delivery>()
  for (const delivery of deliveries) {
    const name = 'cluster' in delivery.target ? delivery.target.cluster : undefined
    for (const { above, step } of stepsOf(delivery)) if (step === name) examples.set(above, delivery)
  }
  return examples
}

// Where somebody says the cluster of the files, another rule knows it better.
function isSaid({ target, what, disputes }: Delivery): boolean {
  if ('unknown' in target || disputes.length > 0) return true
  return what.path.split('/').includes(target.cluster)
}

function knownClusters({ clusters, deliveries }: Fleet): ReadonlySet<string> {
  const targets = deliveries.flatMap(({ target }) => ('cluster' in target ? target.cluster : []))
  return new Set([...clusters.map(({ name }) => name), ...targets])
}

/**
 * A twin of the cluster that a folder is named after may share what lies there. It is no twin where that cluster itself gets nothing of
 * the folder, nor where the other has a folder of its own that it does not get.
 */
function isMistaken(fleet: Fleet, delivery: Delivery, { above, step }: Step, cluster: string): boolean {
  const goesTo = (name: string): boolean =>
    fleet.deliveries.some(
      ({ target, what }) =>
        ('unknown' in target || target.cluster === name) && `${what.path}/`.startsWith(inside(above, name)),
    )
  if (!goesTo(step)) return true
  return (
    `${delivery.what.path}/` === inside(above, step) &&
    holds(fleet, delivery, inside(above, cluster)) &&
    !goesTo(cluster)
  )
}

function inside(above: string, step: string): string {
  return `${above === '' ? '' : `${above}/`}${step}/`
}

// Sources may be named from elsewhere than the root of the repository.
function holds({ files }: Fleet, { what }: Delivery, folder: string): boolean {
  const [first] = what.linted
  if (first === undefined || !first[1].file.endsWith(first[0])) return false
  const start = first[1].file.slice(0, first[1].file.length - first[0].length) + folder
  return files.some(({ file }) => file.startsWith(start))
}

interface Step {
  readonly above: string
  readonly step: string
}

/** Each step of a path with the folders above it. */
function stepsOf({ what }: Delivery): readonly Step[] {
  const steps = what.path.split('/')
  return steps.map((step, index) => ({ above: steps.slice(0, index).join('/'), step }))
}

// What there is to be delivered to a cluster may be kept by its name in another.
function holdsDeliveries({ deliveries }: Fleet, { what }: Delivery): boolean {
  const files = new Set(what.linted.values())
  return deliveries.some(({ at }) => files.has(at.source))
}
