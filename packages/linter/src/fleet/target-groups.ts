import { group } from '@espalier/model'
import { field, isRecord, list, text } from './fields.ts'
import type { Entry, Fleet } from './fleet.ts'
import { kinds } from './kinds.ts'
import { exportedService, isFederated, resolve, targetRef } from './refs.ts'

/** The ServiceExport that a TargetGroupPolicy targets, where it is there and the controller acts on it. */
export function targetedExport(fleet: Fleet, policy: Entry): Entry | undefined {
  const ref = targetRef(policy)
  if (ref?.kind !== kinds.serviceExport) return undefined
  return resolve(fleet, ref).find(isFederated)
}

/** The routeTypes that a ServiceExport names, each once. */
export function routeTypes(exported: Entry): readonly string[] {
  const types = list(field(exported.object, 'spec', 'exportedPorts')).map(port =>
    text(field(port, 'routeType')),
  )
  return [...new Set(types.flatMap(type => type ?? []))]
}

/** The target groups that a TargetGroupPolicy leads to; of what depends on routes, or does not exist, the text is empty. */
export interface WantedGroup {
  readonly protocol: string
  readonly version: string
  readonly healthCheck: Readonly<Record<string, unknown>>
}

export function wantedGroup(fleet: Fleet, policy: Entry): WantedGroup {
  const spec = field(policy.object, 'spec')
  const healthCheck = field(spec, 'healthCheck')
  const otherwise = defaultsOf(targetedExport(fleet, policy))
  const protocol = text(field(spec, 'protocol')) ?? otherwise.protocol
  const version = text(field(spec, 'protocolVersion')) ?? otherwise.version
  return {
    protocol,
    version: protocol === 'TCP' ? '' : version,
    healthCheck: isRecord(healthCheck) ? healthCheck : {},
  }
}

const defaults: ReadonlyMap<string, { readonly protocol: string; readonly version: string }> = new Map([
  ['HTTP', { protocol: 'HTTP', version: 'HTTP1' }],
  ['GRPC', { protocol: 'HTTP', version: 'GRPC' }],
  ['TLS', { protocol: 'TCP', version: '' }],
])

function defaultsOf(exported: Entry | undefined): { readonly protocol: string; readonly version: string } {
  // An export that names its ports by annotation is for HTTP.
  const [type = 'HTTP', ...others] = exported ? routeTypes(exported) : ['', '']
  return (others.length === 0 && defaults.get(type)) || { protocol: '', version: '' }
}

/** Answers with the ServiceExports through which the controller exports a Service. */
export function exportsByService(
  fleet: Fleet,
): (service: Pick<Entry, 'cluster' | 'namespace' | 'name'>) => readonly Entry[] {
  const exported = fleet.ofKind([kinds.serviceExport]).filter(isFederated)
  const index = group(exported, entry => keyOf({ ...entry, name: exportedService(entry) }))
  return service => index.get(keyOf(service)) ?? []
}

function keyOf({ cluster, namespace, name }: Pick<Entry, 'cluster' | 'namespace' | 'name'>): string {
  return `${cluster?.name ?? ''}\0${namespace}\0${name}`
}
