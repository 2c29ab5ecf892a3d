import { type Place, within } from '@espalier/model'
import { field, list, text } from './fields.ts'
import type { Entry } from './fleet.ts'

/** Where an Application has its manifests from. */
export interface ApplicationSource {
  readonly source: unknown
  readonly at: Place
  readonly repository: string
}

/** The sources of an Application; where there are several, Argo CD ignores the single one. */
export function applicationSources({ object, place }: Entry): readonly ApplicationSource[] {
  const several = list(field(object, 'spec', 'sources')).map((source, index) => ({
    source,
    at: within(place, 'spec', 'sources', index),
  }))
  const single = { source: field(object, 'spec', 'source'), at: within(place, 'spec', 'source') }
  return (several.length > 0 ? several : [single]).map(one => ({
    ...one,
    repository: text(field(one.source, 'repoURL')) ?? '',
  }))
}
