import { group } from '@espalier/model'
import { type Delivering, delivering } from './delivering.ts'
import type { Entry, Fleet } from './fleet.ts'
import { oncePer } from './once-per.ts'
import { projectOf } from './projects.ts'

/** What an Application delivers, and the project that has to admit it. */
export interface InProject extends Delivering {
  readonly project: Entry
  readonly entries: readonly Entry[]
}

/** The deliveries of Applications whose project is known. */
export const inProjects: (fleet: Fleet) => readonly InProject[] = oncePer(fleet => {
  const known = delivering(fleet).flatMap(one => {
    const { delivery, entry } = one
    const project =
      delivery.engine === 'argocd' && !entry.kustomized ? projectOf(fleet, delivery.object, entry) : undefined
    return project === undefined ? [] : [{ ...one, project }]
  })
  if (known.length === 0) return []
  const byFile = group(fleet.entries, ({ place }) => place.source.file)
  return known.map(one => {
    const { target, what } = one.delivery
    const entries = [...what.linted.values()]
      .flatMap(({ file }) => byFile.get(file) ?? [])
      .filter(
        ({ cluster, kustomized }) =>
          !kustomized && (cluster === undefined || !('cluster' in target) || cluster.name === target.cluster),
      )
    return { ...one, entries }
  })
})
