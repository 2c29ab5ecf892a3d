import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { sourcesOf } from '../delivery/application-plans.ts'
import { sourcesOf as admittedBy, projectAdmitsSource } from '../delivery/project-sources.ts'
import { applications } from '../fleet/applications.ts'
import { text } from '../fleet/fields.ts'
import { isFilledInLater } from '../fleet/filled-in-later.ts'
import { projectOf } from '../fleet/projects.ts'
import { hasRepositories } from '../fleet/scoped-repositories.ts'
import { title as titleOf } from '../fleet/title.ts'
import { someOf } from '../text/some-of.ts'

/** The AppProject of an Application admits the repositories it takes manifests from. */
export const sourceIsInProject: Check = {
  name: 'source-is-in-project',
  params: noParams,
  *find(fleet) {
    for (const { entry, object, at, title } of applications(fleet)) {
      const project = projectOf(fleet, object, entry)
      // One that lists none may have them from Secrets that nobody keeps in Git.
      const admitted = project ? admittedBy(project.object) : []
      if (project === undefined || admitted.length === 0 || hasRepositories(fleet, project)) continue
      for (const source of sourcesOf(object.spec, at)) {
        const url = text(source.value.repoURL)
        if (url === undefined || isFilledInLater(url)) continue
        if (projectAdmitsSource(project.object, url) !== false) continue
        const list = within(project.place, 'spec', 'sourceRepos')
        yield {
          at: within(source.at, 'repoURL'),
          entry,
          message: `${title} takes manifests from ${url}, but ${titleOf(project)} admits ${someOf(admitted)}`,
          related: [{ at: list, message: `${titleOf(project)} says so here` }],
        }
      }
    }
  },
}
