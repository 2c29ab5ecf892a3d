import { isOlder, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields } from '../check-params.ts'
import { type ApplicationSource, applicationSources } from '../fleet/application-sources.ts'
import { field, text } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { hasSyncOption } from '../fleet/sync-options.ts'
import { title } from '../fleet/title.ts'

interface Params {
  /** Bytes of an object as JSON that the annotation of a client-side apply can hold. */
  readonly most: number
  /** The first release of the Gateway API whose experimental CRDs are larger. */
  readonly gatewayApi: string
}

/** An Application applies objects that are too large for the annotation of a client-side apply at the server. */
export const largeObjectFitsApply: Check<Params> = {
  name: 'large-object-fits-apply',
  params: fields({ most: { type: 'integer' }, gatewayApi: { type: 'string' } }, 'most', 'gatewayApi'),
  *find(fleet, { most, gatewayApi }) {
    const applications = fleet
      .ofKind([kinds.application])
      .filter(entry => !entry.kustomized && !appliesAtServer(entry))
    if (applications.length === 0) return
    const large = fleet.entries.filter(entry => sizeOf(entry, most) > most && !appliesAtServer(entry))
    for (const entry of applications) {
      for (const source of applicationSources(entry)) {
        const what = isLargeGatewayApi(source, gatewayApi)
          ? "the Gateway API's experimental CRDs"
          : largeIn(source, large)
        if (what === undefined) continue
        yield {
          at: within(source.at, 'path'),
          entry,
          message: `${title(entry)} applies ${what} without ServerSideApply=true, beyond the ${most} bytes that an annotation can hold`,
        }
      }
    }
  },
}

function appliesAtServer(entry: Entry): boolean {
  return ['ServerSideApply=true', 'Replace=true'].some(option => hasSyncOption(entry, option))
}

// Written as YAML, nothing is much shorter than as JSON; most files need no second look.
function sizeOf({ object, place, kustomized }: Entry, most: number): number {
  if (kustomized || place.source.text.length < most / 2) return 0
  return new TextEncoder().encode(JSON.stringify(object)).length
}

function isLargeGatewayApi({ source, repository, folder }: ApplicationSource, version: string): boolean {
  const revision = text(field(source, 'targetRevision')) ?? ''
  if (!/\/kubernetes-sigs\/gateway-api(\.git)?$/.test(repository) || !/^v\d+\.\d+\.\d+$/.test(revision))
    return false
  return folder === 'config/crd/experimental' && !isOlder(revision, version)
}

function largeIn({ folder }: ApplicationSource, large: readonly Entry[]): string | undefined {
  const found = large.find(({ place }) => folder !== '' && place.source.file.startsWith(`${folder}/`))
  return found && title(found)
}
