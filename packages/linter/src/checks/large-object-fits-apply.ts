import { isOlder, type KubeObject, type Place, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields } from '../check-params.ts'
import { pathFrom } from '../delivery/path.ts'
import { type ApplicationSource, applicationSources } from '../fleet/application-sources.ts'
import { delivering } from '../fleet/delivering.ts'
import { field, text } from '../fleet/fields.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { isSynced } from '../fleet/is-synced.ts'
import { kinds } from '../fleet/kinds.ts'
import { hasSyncOption } from '../fleet/sync-options.ts'
import { title as titleOf } from '../fleet/title.ts'

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
    const isLarge = ({ object, place, kustomized }: Entry): boolean =>
      !kustomized && sizeOf(object, place.source.text, most) > most && isSynced({ object })
    for (const { at, entry, what, title } of [
      ...ofGatewayApi(fleet, gatewayApi),
      ...ofOwnFiles(fleet, isLarge),
    ])
      yield {
        at,
        entry,
        message: `${title} applies ${what} without ServerSideApply=true, beyond the ${most} bytes that an annotation can hold`,
      }
  },
}

interface Large {
  readonly at: Place
  readonly entry: Entry
  /** The Application. */
  readonly title: string
  /** The objects. */
  readonly what: string
}

function ofGatewayApi(fleet: Fleet, version: string): readonly Large[] {
  return fleet.ofKind([kinds.application]).flatMap(entry => {
    if (entry.kustomized || appliesAtServer(entry)) return []
    const large = applicationSources(entry).filter(source => isLargeGatewayApi(source, version))
    const what = "the Gateway API's experimental CRDs"
    return large.map(({ at }) => ({ at: within(at, 'path'), entry, title: titleOf(entry), what }))
  })
}

/** What Applications take from this repository. */
function ofOwnFiles(fleet: Fleet, isLarge: (entry: Entry) => boolean): readonly Large[] {
  const argocd = delivering(fleet).filter(
    ({ delivery: { engine, object }, entry }) =>
      engine === 'argocd' && !entry.kustomized && !appliesAtServer({ object }),
  )
  if (argocd.length === 0) return []
  const byFile = new Map<string, Entry>()
  for (const entry of fleet.entries)
    if (isLarge(entry) && !appliesAtServer(entry)) byFile.set(entry.place.source.file, entry)
  return argocd.flatMap(({ delivery: { title, what }, entry }) => {
    const found = [...what.linted.values()].find(({ file }) => byFile.has(file))
    const large = found && byFile.get(found.file)
    return large ? [{ at: what.at, entry, title, what: titleOf(large) }] : []
  })
}

function appliesAtServer(entry: Pick<Entry, 'object'>): boolean {
  return ['ServerSideApply=true', 'Replace=true'].some(option => hasSyncOption(entry, option))
}

// Written as YAML, nothing is much shorter than as JSON; most files need no second look.
function sizeOf(object: KubeObject, written: string, most: number): number {
  return written.length < most / 2 ? 0 : new TextEncoder().encode(JSON.stringify(object)).length
}

function isLargeGatewayApi({ source, repository }: ApplicationSource, version: string): boolean {
  const revision = text(field(source, 'targetRevision')) ?? ''
  if (!/\/kubernetes-sigs\/gateway-api(\.git)?$/.test(repository) || !/^v\d+\.\d+\.\d+$/.test(revision))
    return false
  const folder = pathFrom('', text(field(source, 'path')) ?? '')
  return folder === 'config/crd/experimental' && !isOlder(revision, version)
}
