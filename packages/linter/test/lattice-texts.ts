import { manifest } from './fleet-of.ts'

export type Texts = Readonly<Record<string, string>>

const own = 'application-networking.k8s.aws'

/** `shop/cart` as an object of the controller's own kinds, with these annotations of its prefix. */
export function latticeObject(kind: string, name: string, annotations: Texts = {}, rest = ''): string {
  const pairs = Object.entries(annotations).map(([key, value]) => `"${own}/${key}": "${value}"`)
  const [namespace, short] = name.includes('/') ? name.split('/') : [undefined, name]
  const where = namespace === undefined ? '' : `, namespace: ${namespace}`
  return `apiVersion: ${own}/v1alpha1\nkind: ${kind}\nmetadata: {name: ${short}${where}, annotations: {${pairs}}}\n${rest}---\n`
}

export function exported(name: string, type = 'HTTP'): string {
  const spec = `spec: {exportedPorts: [{port: 80, routeType: ${type}}]}\n`
  return latticeObject('ServiceExport', name, { federation: 'amazon-vpc-lattice' }, spec)
}

export function imported(name: string, annotations: Texts = {}): string {
  return latticeObject('ServiceImport', name, annotations)
}

/** An HTTPRoute to Gateway net/mesh, of which each rule leads to ServiceImports of these names. */
export function routeTo(name: string, ...rules: readonly (readonly string[])[]): string {
  const written = rules.map((names, index) => {
    const refs = names.map(one => `{group: ${own}, kind: ServiceImport, name: ${one}}`)
    return `{matches: [{path: {type: PathPrefix, value: /${index}}}], backendRefs: [${refs}]}`
  })
  return manifest(
    `gateway.networking.k8s.io/v1 HTTPRoute ${name}`,
    `spec: {parentRefs: [{name: mesh, namespace: net}], rules: [${written}]}\n`,
  )
}
