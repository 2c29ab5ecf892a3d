import { groupOf, type Place, within } from '@espalier/model'
import { field, list, number, text } from './fields.ts'
import type { Entry, Fleet } from './fleet.ts'
import { kinds } from './kinds.ts'
import { oncePer } from './once-per.ts'

// Who points at whom, with the defaults that the API or the controller fills in. Cluster is always that of the object that refers.

/** A reference to an object by kind, namespace and name. */
export interface Ref {
  readonly from: Entry
  /** The entry of the list, or the field, that refers. */
  readonly at: Place
  /** Group-qualified. */
  readonly kind: string
  readonly namespace: string
  readonly name: string
  readonly port?: number
}

export interface ParentRef extends Ref {
  readonly sectionName?: string
}

export interface BackendRef extends Ref {
  readonly weight: number
  /** Which rule of the route it belongs to. */
  readonly rule: number
  /** The group as it is written; the controller treats a missing one in its own way. */
  readonly group?: string
}

/** `spec.parentRefs` of a route; one without group and kind is a Gateway. */
export const parentRefs: (route: Entry) => readonly ParentRef[] = oncePer(route =>
  list(field(route.object, 'spec', 'parentRefs')).flatMap((value, index) => {
    const at = within(route.place, 'spec', 'parentRefs', index)
    const ref = refOf(route, value, at, { group: groupOf(route.object.apiVersion), kind: 'Gateway' })
    const sectionName = text(field(value, 'sectionName'))
    return ref === undefined ? [] : [{ ...ref, ...(sectionName && { sectionName }) }]
  }),
)

/** The backends of every rule of a route; one without group and kind is a Service. */
export const backendRefs: (route: Entry) => readonly BackendRef[] = oncePer(route =>
  list(field(route.object, 'spec', 'rules')).flatMap((rule, ruleIndex) =>
    list(field(rule, 'backendRefs')).flatMap((value, index) => {
      const at = within(route.place, 'spec', 'rules', ruleIndex, 'backendRefs', index)
      const ref = refOf(route, value, at, { group: '', kind: 'Service' })
      const group = text(field(value, 'group'))
      const weight = number(field(value, 'weight')) ?? 1
      return ref === undefined
        ? []
        : [{ ...ref, weight, rule: ruleIndex, ...(group !== undefined && { group }) }]
    }),
  ),
)

/** True for a backend that the controller takes for a ServiceImport: a missing group is its own, the kind of another group another thing. */
export function isImportRef({ kind }: BackendRef): boolean {
  return kind === 'ServiceImport' || kind === kinds.serviceImport
}

/** The backends of a route that are such; most routes have none, and it takes less than all their backends to see it. */
export function importRefs(route: Entry): readonly BackendRef[] {
  const mayImport = list(field(route.object, 'spec', 'rules')).some(rule =>
    list(field(rule, 'backendRefs')).some(backend => field(backend, 'kind') === 'ServiceImport'),
  )
  return mayImport ? backendRefs(route).filter(isImportRef) : []
}

/** The ServiceImports that a backend means, whether it names their group or not. */
export function resolveImport(fleet: Fleet, backend: BackendRef): readonly Entry[] {
  return isImportRef(backend) ? resolve(fleet, { ...backend, kind: kinds.serviceImport }) : []
}

/** What a policy of the Lattice group targets; the controller looks in the policy's own namespace, whatever the reference says. */
export function targetRef(policy: Entry): Ref | undefined {
  const at = within(policy.place, 'spec', 'targetRef')
  const ref = refOf(policy, field(policy.object, 'spec', 'targetRef'), at, { group: '', kind: '' })
  return ref && { ...ref, namespace: policy.namespace }
}

/** The objects a reference means, in the cluster of the object that refers. */
export function resolve(fleet: Fleet, ref: Ref): readonly Entry[] {
  return fleet.at(ref.from.cluster, ref.kind, ref.namespace, ref.name)
}

/** Name of the Service that a ServiceExport exports. */
export function exportedService(exported: Entry): string {
  return annotation(exported, 'service-name')?.trim() || exported.name
}

/** Where a ServiceExport names that Service. */
export function exportedServiceAt(exported: Entry): Place {
  return annotation(exported, 'service-name')?.trim()
    ? annotationAt(exported, 'service-name')
    : within(exported.place, 'metadata', 'name')
}

/** What a ServiceImport looks for. Its own name is what backendRefs name; filters that are empty filter nothing. */
export interface ImportedExport {
  readonly namespace: string
  /** Of the ServiceExport. */
  readonly name: string
  /** The cluster as EKS knows it. */
  readonly eksName?: string
  readonly vpc?: string
  /** Set where a target group outside the fleet is imported; nothing else is then looked for. */
  readonly targetGroupArn?: string
}

/** The annotations by which a ServiceImport says what to look for; beside a target group even a blank one is too much. */
export const lookupKeys: readonly string[] = ['export-name', 'aws-eks-cluster-name', 'aws-vpc']

export function importedExport(imported: Entry): ImportedExport {
  const eksName = annotation(imported, 'aws-eks-cluster-name')
  const vpc = annotation(imported, 'aws-vpc')
  const targetGroupArn = annotation(imported, 'target-group-arn')?.trim()
  return {
    namespace: imported.namespace,
    name: annotation(imported, 'export-name')?.trim() || imported.name,
    ...(eksName && { eksName }),
    ...(vpc && { vpc }),
    ...(targetGroupArn && { targetGroupArn }),
  }
}

/** Where a ServiceImport names that export. */
export function importedExportAt(imported: Entry): Place {
  return annotation(imported, 'export-name')?.trim()
    ? annotationAt(imported, 'export-name')
    : within(imported.place, 'metadata', 'name')
}

/** The ServiceExports of a name in any cluster that the controller acts on. */
export function exportsNamed(fleet: Fleet, namespace: string, name: string): readonly Entry[] {
  return fleet.anywhere(kinds.serviceExport, namespace, name).filter(isFederated)
}

/** The controller ignores a ServiceExport without exactly this annotation. */
export function isFederated(exported: Entry): boolean {
  return annotation(exported, 'federation') === 'amazon-vpc-lattice'
}

/** The value of an annotation of the controller's own prefix. */
export function annotation(entry: Entry, key: string): string | undefined {
  return text(field(entry.object.metadata, 'annotations', `application-networking.k8s.aws/${key}`))
}

/** Where such an annotation stands; the nearest key above it where it does not. */
export function annotationAt({ place }: Entry, key: string): Place {
  return within(place, 'metadata', 'annotations', `application-networking.k8s.aws/${key}`)
}

function refOf(
  from: Entry,
  value: unknown,
  at: Place,
  defaults: { readonly group: string; readonly kind: string },
): Ref | undefined {
  const name = text(field(value, 'name'))
  if (name === undefined) return undefined
  const group = text(field(value, 'group')) ?? defaults.group
  const kind = text(field(value, 'kind')) ?? defaults.kind
  const port = number(field(value, 'port'))
  const namespace = text(field(value, 'namespace')) || from.namespace
  return {
    from,
    at,
    kind: group === '' ? kind : `${kind}.${group}`,
    namespace,
    name,
    ...(port !== undefined && { port }),
  }
}
