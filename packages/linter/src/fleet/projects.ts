import type { KubeObject } from '@espalier/model'
import { engineKinds } from '../delivery/engine-objects.ts'
import { field, text } from './fields.ts'
import type { Entry, Fleet } from './fleet.ts'
import { hasGlobalProjects } from './global-projects.ts'
import { projectName } from './project-name.ts'

/**
 * The AppProject of an Application: in its own cluster, else wherever; nothing where it is not there, several could be meant, or the
 * settings of Argo CD may add to it.
 */
export function projectOf(
  fleet: Fleet,
  application: KubeObject,
  { cluster, object: written }: Pick<Entry, 'cluster' | 'object'>,
): Entry | undefined {
  // It may give what an ApplicationSet makes to any other.
  if (field(written.spec, 'templatePatch') !== undefined) return undefined
  const name = projectName(application.spec)
  const namespace = text(application.metadata.namespace) ?? 'argocd'
  const isIt = ({ kustomized, object }: Entry): boolean => {
    const own = text(object.metadata.namespace)
    return !kustomized && (own === undefined || own === namespace)
  }
  // Whoever applies a manifest without a namespace chooses that of Argo CD.
  const spaces = [...new Set([namespace, 'default'])]
  const near = spaces.flatMap(one => fleet.at(cluster, engineKinds.appProject, one, name)).filter(isIt)
  const anywhere = () => spaces.flatMap(one => fleet.anywhere(engineKinds.appProject, one, name)).filter(isIt)
  const [project, ...others] = near.length > 0 ? near : anywhere()
  return others.length > 0 || project === undefined || hasGlobalProjects(fleet) ? undefined : project
}
