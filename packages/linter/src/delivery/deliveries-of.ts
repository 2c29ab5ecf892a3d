import type { ClusterNames, Toward } from './cluster-names.ts'
import type { Delivery, Dispute, Whereabouts } from './delivery.ts'
import type { EngineObject } from './engine-objects.ts'
import type { Given } from './given.ts'
import { goneIn } from './gone-in.ts'
import type { Plan } from './plan.ts'

interface Known {
  readonly carriers: ReadonlyMap<EngineObject, readonly Whereabouts[]>
  readonly names: ClusterNames
  given(path: string): readonly Given[]
}

/** Plans, once it is known where their objects are. One that says its cluster counts once, whoever holds it. */
export function deliveriesOf(plans: readonly Plan[], known: Known): readonly Delivery[] {
  const gone = goneIn(plans)
  return plans.flatMap(plan => {
    const open = { unknown: 'nothing in the files says which cluster holds it' }
    const carriers = known.carriers.get(plan.by) ?? (gone.has(plan.by) ? [] : [open])
    return ('local' in plan.toward ? carriers : carriers.slice(0, 1)).map(carrier => {
      const target = targetOf(plan.toward, carrier)
      const { by, object, title, towardAt: targetAt, destination, what } = plan
      const engine = by.kind.endsWith('.argoproj.io') ? 'argocd' : 'flux'
      const disputes = disputesOf(plan, target, known)
      return {
        engine,
        object,
        title,
        at: by.at,
        carrier,
        target,
        targetAt,
        ...(destination && { destination }),
        what,
        disputes,
      }
    })
  })
}

function targetOf(toward: Toward, carrier: Whereabouts): Whereabouts {
  return 'local' in toward ? carrier : toward
}

/** One for each other cluster; whoever gives a name to a mere address does not dispute it. */
function disputesOf({ what }: Plan, target: Whereabouts, { given, names }: Known): readonly Dispute[] {
  if ('unknown' in target || names.isAddress(target.cluster)) return []
  const found = new Map<string, Dispute>()
  for (const [path, source] of what.linted) {
    const others = given(path)
    if (others.length === 0 || others.some(({ cluster }) => cluster === target.cluster)) continue
    for (const other of others) if (!found.has(other.cluster)) found.set(other.cluster, { ...other, source })
  }
  return [...found.values()]
}
