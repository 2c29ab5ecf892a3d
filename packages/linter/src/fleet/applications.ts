import { type KubeObject, type Place, within } from '@espalier/model'
import { field, isRecord } from './fields.ts'
import { isFilledInLater } from './filled-in-later.ts'
import type { Entry, Fleet } from './fleet.ts'
import { kinds } from './kinds.ts'
import { makesAlike } from './makes-alike.ts'
import { projectName } from './project-name.ts'
import { title } from './title.ts'

/** An Application, or what an ApplicationSet writes into each of its own. */
export interface Application {
  readonly entry: Entry
  readonly object: KubeObject
  /** Of its spec. */
  readonly at: Place
  readonly title: string
}

/** The Applications of a fleet as they are written, wherever their manifests come from, with those of ApplicationSets whose project is the same for all. */
export function applications(fleet: Fleet): readonly Application[] {
  const written = fleet.ofKind([kinds.application]).map(entry => ({
    entry,
    object: entry.object,
    at: within(entry.place, 'spec'),
    title: title(entry),
  }))
  const made = fleet.ofKind([kinds.applicationSet]).flatMap(templateOf)
  return [...written, ...made].filter(({ entry }) => !entry.kustomized)
}

function templateOf(entry: Entry): readonly Application[] {
  const { apiVersion, metadata, spec } = entry.object
  const template = field(spec, 'template', 'spec')
  if (!makesAlike(spec) || !isRecord(template) || isFilledInLater(projectName(template))) return []
  const at = within(entry.place, 'spec', 'template', 'spec')
  return [
    { entry, object: { apiVersion, kind: 'Application', metadata, spec: template }, at, title: title(entry) },
  ]
}
