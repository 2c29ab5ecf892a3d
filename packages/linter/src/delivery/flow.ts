import { group } from '@espalier/model'
import { writtenOf } from './as-delivered.ts'
import type { EngineObject } from './engine-objects.ts'
import { type Given, isSettled } from './given.ts'
import type { Plan } from './plan.ts'
import { replacedIn } from './replaced-in.ts'

interface Known {
  readonly objects: readonly EngineObject[]
  readonly plans: readonly Plan[]
  given(path: string): readonly Given[]
}

/** What goes where, as far as it has been followed. */
export interface Flow {
  readonly tags: ReadonlyMap<string, ReadonlySet<string>>
  readonly carriers: ReadonlyMap<EngineObject, ReadonlySet<string>>
  /** Objects that come otherwise than they are written when something else delivers them. */
  readonly changed: ReadonlySet<EngineObject>
  /** Objects in whose place a delivery brings others. */
  readonly replaced: ReadonlySet<EngineObject>
  /** A file goes to a cluster, and the objects of engines in it too. */
  arrive(path: string, cluster: string): void
  /** A delivery whose cluster is sure brings what it has. */
  deliver(plan: Plan, cluster: string): void
  /** A cluster holds an object, and so what that delivers to its own. */
  carry(object: EngineObject, cluster: string): void
  /** True where a cluster, or the one that is named, has an object in whatever form. */
  holds(object: EngineObject, cluster?: string): boolean
}

export function flowOf({ objects, plans, given }: Known): Flow {
  const tags = new Map<string, Set<string>>()
  const carriers = new Map<EngineObject, Set<string>>()
  const held = new Map<EngineObject, Set<string>>()
  const inFile = group(objects, ({ path }) => path)
  const plansOf = group(plans, ({ by }) => by)
  const replaced = replacedIn(plans)
  const changed = changedByOthers(plans)
  const asTheyCome = new Map([...changed].map(object => [object, []]))
  function bring(path: string, cluster: string, instead: Plan['instead']): void {
    const said = given(path)
    const isOpen = !isSettled(said)
    if (isOpen) add(tags, path, cluster)
    // Others may say where the file belongs; how its objects come is still for the delivery to say.
    else if (said.every(one => one.cluster !== cluster)) return
    for (const object of inFile.get(path) ?? [])
      for (const one of instead?.get(object) ?? (isOpen ? [object] : [])) carry(one, cluster)
  }
  function deliver({ what, instead }: Plan, cluster: string): void {
    for (const file of what.files) bring(file, cluster, instead)
  }
  function carry(object: EngineObject, cluster: string, before: readonly EngineObject[] = []): void {
    const own = plansOf.get(object) ?? []
    // What delivers itself is soon what it makes of itself.
    const then = own
      .flatMap(({ toward, instead }) => ('local' in toward ? (instead?.get(writtenOf(object)) ?? []) : []))
      .filter(one => one !== object && !before.includes(one))
    for (const one of then) carry(one, cluster, [...before, object])
    if (then.length > 0 || !add(carriers, object, cluster)) return
    add(held, writtenOf(object), cluster)
    for (const plan of own) {
      if ('local' in plan.toward) deliver(plan, cluster)
      else if ('cluster' in plan.toward && replaced.has(object)) deliver(plan, plan.toward.cluster)
    }
  }
  return {
    tags,
    carriers,
    changed,
    replaced,
    arrive: (path, cluster) => bring(path, cluster, asTheyCome),
    deliver,
    carry: (object, cluster) => carry(object, cluster),
    holds(object, cluster) {
      const clusters = held.get(object)
      return clusters !== undefined && (cluster === undefined || clusters.has(cluster))
    },
  }
}

function changedByOthers(plans: readonly Plan[]): ReadonlySet<EngineObject> {
  return new Set(
    plans.flatMap(({ by, instead }) => [...(instead?.keys() ?? [])].filter(one => one !== writtenOf(by))),
  )
}

/** True where it was not there yet. */
function add<K>(sets: Map<K, Set<string>>, key: K, value: string): boolean {
  const own = sets.get(key) ?? new Set()
  sets.set(key, own)
  const isNew = !own.has(value)
  own.add(value)
  return isNew
}
