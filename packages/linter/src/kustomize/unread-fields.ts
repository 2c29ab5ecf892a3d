import { keyOf, within } from '@espalier/model'
import { list, record } from '../fleet/fields.ts'
import type { BuildRemark } from '../fleet/fleet.ts'
import type { Kustomization } from './kustomization.ts'
import type { Work } from './work.ts'

const helm = 'the objects of this chart are not known, because nothing is fetched and no Helm is run'

// What changes nothing that a rule reads has no line here: images, imageTags, replicas, sortOptions, buildMetadata, metadata.
const unread: Readonly<Record<string, readonly [kind: BuildRemark['kind'], message: string]>> = {
  helmCharts: ['unread', helm],
  helmChartInflationGenerator: ['unread', helm],
  generators: ['unread', 'what a plugin generates is not known, because no plugin is run'],
  transformers: ['unread', 'what a plugin changes is not known, because no plugin is run'],
  validators: ['simplified', 'no plugin is run, so nothing is validated by these'],
  vars: ['unread', 'variables are not filled in; kustomize advises replacements in their place'],
  crds: [
    'unread',
    'the references that these schemas declare are not updated; nameReference under configurations is',
  ],
  openapi: [
    'unread',
    'the merge keys of this schema are not used: patches replace the lists of custom resources',
  ],
}

/** Says of the fields of a kustomization that are not applied what that means. */
export function noteUnreadFields({ fields, at }: Kustomization, { remarks }: Work): void {
  for (const [key, [kind, message]] of Object.entries(unread)) {
    if (list(fields[key]).length + Object.keys(record(fields[key])).length > 0)
      remarks.push({ kind, at: keyOf(within(at, key)), message })
  }
}
