import { group } from '@espalier/model'
import { sourcesOf } from '../delivery/application-plans.ts'
import type { Destination } from '../delivery/delivery.ts'
import { hasPlaceholder } from '../delivery/placeholder.ts'
import { field, text } from './fields.ts'
import type { Entry, Fleet } from './fleet.ts'
import { type InProject, inProjects } from './in-projects.ts'
import { kinds } from './kinds.ts'
import { oncePer } from './once-per.ts'

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

function mayBeOf({ kind, object: { spec } }: Entry, { name }: Entry): boolean {
  const application = kind === kinds.application ? spec : field(spec, 'template', 'spec')
  const project = text(field(application, 'project')) ?? 'default'
  return project === name || hasPlaceholder(project)
}

/** Of an Application every source, of an ApplicationSet whatever it makes. */
function isFollowed({ kind, object, kustomized, place }: Entry, own: readonly InProject[]): boolean {
  if (kustomized || own.length === 0) return false
  return kind === kinds.applicationSet || sourcesOf(object.spec, place).length === own.length
}

/** Every file is linted, and what reaches the cluster is what was read. */
function isRead({ delivery: { target, what } }: InProject): boolean {
  const isOpen = what.form === 'directory' ? what.plain : what.form === 'kustomize' && what.plainBuild
  return 'cluster' in target && isOpen && what.state !== 'missing' && what.files.length === what.linted.size
}

function destinationsOf({ delivery: { destination = {} }, entries }: InProject): readonly Destination[] {
  const named = entries.flatMap(({ object, kind, name }) =>
    kind === kinds.namespace ? name : (text(object.metadata.namespace) ?? []),
  )
  return [destination, ...[...new Set(named)].map(namespace => ({ ...destination, namespace }))]
}
