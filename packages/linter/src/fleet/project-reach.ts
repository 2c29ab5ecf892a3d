import { group, type Place } from '@espalier/model'
import { sourcesOf } from '../delivery/application-plans.ts'
import type { Destination } from '../delivery/delivery.ts'
import { field, text } from './fields.ts'
import { isFilledInLater } from './filled-in-later.ts'
import type { Entry, Fleet } from './fleet.ts'
import { type InProject, inProjects } from './in-projects.ts'
import { kinds } from './kinds.ts'
import { makesAlike } from './makes-alike.ts'
import { oncePer } from './once-per.ts'
import { projectName } from './project-name.ts'

/** Where the Applications of a project go, with each namespace they deliver into; nothing where that is not all known. */
export function projectReach(fleet: Fleet, project: Entry): readonly Destination[] | undefined {
  const own = byProject(fleet).get(project) ?? []
  const byApplication = group(own, ({ entry }) => entry)
  const isKnown =
    own.length > 0 &&
    own.every(isRead) &&
    fleet
      .ofKind([kinds.application, kinds.applicationSet])
      .every(entry => !mayBeOf(entry, project) || isFollowed(entry, byApplication.get(entry) ?? []))
  return isKnown ? own.flatMap(destinationsOf) : undefined
}

const byProject = oncePer((fleet: Fleet) => group(inProjects(fleet), ({ project }) => project))

function mayBeOf({ kind, kustomized, object: { spec } }: Entry, { name }: Entry): boolean {
  const isSet = kind === kinds.applicationSet
  if (kustomized || (isSet && !makesAlike(spec))) return true
  const project = projectName(isSet ? field(spec, ...template) : spec)
  return project === name || isFilledInLater(project)
}

/** Every source of each Application is of this repository. */
function isFollowed(
  { kind, kustomized, object: { spec }, place }: Entry,
  own: readonly InProject[],
): boolean {
  if (kustomized || own.length === 0) return false
  if (kind === kinds.applicationSet && !(makesAlike(spec) && isOfOneRepository(spec, place))) return false
  return [...group(own, ({ delivery }) => delivery.object)].every(([made, all]) => {
    const taken = new Set(all.map(({ delivery }) => delivery.what))
    return sourcesOf(made.spec, place).length === taken.size
  })
}

/** The Applications that a set makes may each have their own, so that those of other repositories do not show. */
function isOfOneRepository(set: unknown, place: Place): boolean {
  return sourcesOf(field(set, ...template), place).every(
    ({ value }) => !isFilledInLater(text(value.repoURL) ?? '') && value.chart === undefined,
  )
}

const template = ['template', 'spec'] as const

/** Everything it brings was read, with the namespaces that it is to come into. */
function isRead({ delivery: { target }, entries, isWhole }: InProject): boolean {
  return 'cluster' in target && isWhole && entries.every(({ object }) => isPlain(object.metadata.namespace))
}

/** A template without quotes around it is a mapping to YAML. */
function isPlain(namespace: unknown): boolean {
  return namespace === undefined || namespace === null || text(namespace) !== undefined
}

function destinationsOf({ delivery: { destination = {} }, entries }: InProject): readonly Destination[] {
  const named = entries.flatMap(({ object, kind, name }) =>
    kind === kinds.namespace ? name : (text(object.metadata.namespace) ?? []),
  )
  return [destination, ...[...new Set(named)].map(namespace => ({ ...destination, namespace }))]
}
