import { field } from './fields.ts'
import type { Fleet } from './fleet.ts'
import { oncePer } from './once-per.ts'

/** True where the settings of Argo CD add to what projects say: argo-cd docs/user-guide/projects.md, "Configuring Global Projects". */
export const hasGlobalProjects: (fleet: Fleet) => boolean = oncePer(fleet =>
  fleet
    .ofKind(['ConfigMap'])
    .some(
      ({ name, object }) => name === 'argocd-cm' && field(object, 'data', 'globalProjects') !== undefined,
    ),
)
