import { group, groupOf, within } from '@espalier/model'
import type { Check, Found } from '../check.ts'
import { fields } from '../check-params.ts'
import { admittedBy, projectAdmits } from '../delivery/project-admits.ts'
import { refusingList } from '../delivery/project-kinds.ts'
import { text } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { type InProject, inProjects } from '../fleet/in-projects.ts'
import { isSynced } from '../fleet/is-synced.ts'
import { scopes } from '../fleet/scopes.ts'
import { soleDelivery } from '../fleet/sole-delivery.ts'
import { title } from '../fleet/title.ts'
import { someOf } from '../text/some-of.ts'

interface Params {
  readonly of: 'kind' | 'namespace'
}

/** The AppProject of an Application admits the kinds, or the namespaces, of what it delivers. */
export const objectIsInProject: Check<Params> = {
  name: 'object-is-in-project',
  params: fields({ of: { enum: ['kind', 'namespace'] } }, 'of'),
  *find(fleet, { of }) {
    const hasNamespace = scopes(fleet)
    for (const all of inProjects(fleet)) {
      const one = { ...all, entries: all.entries.filter(isSynced) }
      yield* of === 'kind' ? ofKinds(one, hasNamespace) : ofNamespaces(one, hasNamespace, soleDelivery(fleet))
    }
  },
}

type Scopes = ReturnType<typeof scopes>

function* ofKinds({ delivery, project, entries }: InProject, hasNamespace: Scopes): Iterable<Found> {
  for (const all of group(entries, ({ kind }) => kind).values()) {
    const isNamespaced = hasNamespace(all[0])
    // Names count only for kinds without a namespace, of which there are few objects.
    const looked = isNamespaced ? all.slice(0, 1) : all
    const refused = looked.flatMap(entry => {
      const list = refusalOf(entry, project, isNamespaced)
      return list === undefined ? [] : [{ entry, list }]
    })
    const [first] = refused
    if (first === undefined) continue
    const { entry, list } = first
    yield {
      at: within(entry.place, 'kind'),
      entry,
      message: `${delivery.title} delivers ${title(entry)}${andMore(isNamespaced ? all : refused)}, but ${title(project)} admits no such object`,
      related: [{ at: within(project.place, 'spec', list), message: `the ${list} decides it` }],
    }
  }
}

// A kind that nobody here knows may have a namespace or not.
function refusalOf(
  { object, name }: Entry,
  project: Entry,
  isNamespaced: boolean | undefined,
): string | undefined {
  const about = { group: groupOf(object.apiVersion), kind: object.kind, name }
  const scopes = isNamespaced === undefined ? [true, false] : [isNamespaced]
  const lists = scopes.map(scope => refusingList(project.object, about, scope))
  return lists.includes(undefined) ? undefined : lists[0]
}

function* ofNamespaces(
  { delivery, project, entries }: InProject,
  hasNamespace: Scopes,
  isSole: ReturnType<typeof soleDelivery>,
): Iterable<Found> {
  const { destination, target, what } = delivery
  const isBuild = what.form === 'kustomize' && what.plainBuild && what.made === undefined
  if (destination === undefined || !('cluster' in target) || (what.form !== 'directory' && !isBuild)) return
  if (projectAdmits(project.object, destination) === false) return
  // A kustomization that two Applications take in may put one object into two namespaces.
  const sure = isBuild ? entries.filter(({ place }) => isSole(delivery, place.source.file)) : entries
  for (const [namespace, all] of group(sure, one => text(one.object.metadata.namespace) ?? '')) {
    if (namespace === '' || projectAdmits(project.object, { ...destination, namespace }) !== false) continue
    const own = all.filter(hasNamespace)
    const [first] = own
    if (first === undefined) continue
    yield {
      at: within(first.place, 'metadata', 'namespace'),
      entry: first,
      message: `${delivery.title} delivers ${title(first)}${andMore(own)} to ${target.cluster} (namespace ${namespace}), but ${title(project)} admits ${someOf(admittedBy(project.object)) || 'nothing'}`,
      related: [
        { at: within(project.place, 'spec', 'destinations'), message: `${title(project)} says so here` },
      ],
    }
  }
}

function andMore({ length }: readonly unknown[]): string {
  return length < 2 ? '' : ` and ${length - 1} more`
}
