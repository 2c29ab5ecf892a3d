import { didYouMean, group, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields } from '../check-params.ts'
import { applications } from '../fleet/applications.ts'
import { isFilledInLater } from '../fleet/filled-in-later.ts'
import { isSlip } from '../fleet/is-slip.ts'
import { kinds } from '../fleet/kinds.ts'
import { projectName } from '../fleet/project-name.ts'
import { clusterTitle, title as titleOf } from '../fleet/title.ts'

interface Params {
  /** Whether to say the names that are surely misspelt, or all others of projects that are not there. */
  readonly misspelt: boolean
}

/** The AppProject of an Application is there; Argo CD makes the one called default itself. */
export const applicationHasProject: Check<Params> = {
  name: 'application-has-project',
  params: fields({ misspelt: { type: 'boolean' } }, 'misspelt'),
  *find(fleet, { misspelt }) {
    const projects = fleet.ofKind([kinds.appProject])
    const names = new Set(projects.map(({ name }) => name))
    const lost = applications(fleet).flatMap(one => {
      const project = projectName(one.object.spec)
      return project === 'default' || names.has(project) || isFilledInLater(project)
        ? []
        : [{ ...one, project }]
    })
    const byProject = group(lost, ({ entry, project }) => `${entry.cluster?.name ?? ''}\0${project}`)
    for (const [{ entry, at, title, project }, ...more] of byProject.values()) {
      const beside = projects.filter(
        ({ cluster, kustomized }) => !kustomized && cluster?.name === entry.cluster?.name,
      )
      const meant = beside.filter(({ name }) => isSlip(project, name))
      if (meant.length > 0 !== misspelt) continue
      const near = beside.map(({ name }) => name)
      yield {
        at: within(at, 'project'),
        entry,
        message: `${title}${more.length > 0 ? ` and ${more.length} more are` : ' is'} of AppProject ${project}, which is not in ${clusterTitle(entry)}${didYouMean(project, near)}`,
        related: meant.map(one => ({
          at: within(one.place, 'metadata', 'name'),
          message: `${titleOf(one)} is here`,
        })),
        missing: { kinds: [kinds.appProject], among: [entry.cluster] },
      }
    }
  },
}
