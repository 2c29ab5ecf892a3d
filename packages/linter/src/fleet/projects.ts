import { engineKinds } from '../delivery/engine-objects.ts'
import type { Delivering } from './delivering.ts'
import { field, text } from './fields.ts'
import type { Entry, Fleet } from './fleet.ts'

/** The AppProject of an Application: in its own cluster, else wherever; nothing where it is not there, or several could be meant. */
export function projectOf(fleet: Fleet, { delivery, entry: { cluster } }: Delivering): Entry | undefined {
  const name = text(field(delivery.object, 'spec', 'project')) ?? 'default'
  const namespace = text(delivery.object.metadata.namespace) ?? 'argocd'
  const isIt = ({ kustomized, object }: Entry): boolean => {
    const own = text(object.metadata.namespace)
    return !kustomized && (own === undefined || own === namespace)
  }
  // Whoever applies a manifest without a namespace chooses that of Argo CD.
  const spaces = [namespace, 'default']
  const near = spaces.flatMap(one => fleet.at(cluster, engineKinds.appProject, one, name)).filter(isIt)
  const all =
    near.length > 0 ? near : spaces.flatMap(one => fleet.anywhere(engineKinds.appProject, one, name))
  const [project, ...others] = all.filter(isIt)
  return others.length > 0 ? undefined : project
}
