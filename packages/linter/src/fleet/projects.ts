import { engineKinds } from '../delivery/engine-objects.ts'
import { field, text } from './fields.ts'
import type { Entry, Fleet } from './fleet.ts'

/** The AppProject of an Application; nothing where it is not among the files, or several could be meant. */
export function projectOf(fleet: Fleet, application: unknown): Entry | undefined {
  const name = text(field(application, 'spec', 'project')) ?? 'default'
  const namespace = text(field(application, 'metadata', 'namespace')) ?? 'argocd'
  // Whoever applies a manifest without a namespace chooses that of Argo CD.
  const found = [namespace, 'default'].flatMap(one => fleet.anywhere(engineKinds.appProject, one, name))
  const [project, ...others] = found.filter(({ kustomized, object }) => {
    const own = text(object.metadata.namespace)
    return !kustomized && (own === undefined || own === namespace)
  })
  return others.length > 0 ? undefined : project
}
