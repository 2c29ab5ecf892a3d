/**
 * The name the controller gives the Lattice service of a route: each part cut, then hyphens trimmed off both ends.
 * Source: aws-application-networking-k8s@v2.1.3 pkg/utils/common.go.
 */
export function latticeServiceName(route: { readonly name: string; readonly namespace: string }): string {
  return `${cut(route.name, 20)}-${cut(route.namespace, 18)}`
}

function cut(name: string, length: number): string {
  return name.slice(0, length).replace(/^-+|-+$/g, '')
}

/** Where the controller runs. Source: aws-application-networking-k8s docs/guides/deploy.md. */
export const controllerNamespace = 'aws-application-networking-system'

/** Why the Lattice API refuses a service name, or nothing. Source: VPC Lattice API reference, CreateService. */
export function refusedServiceName(name: string): string | undefined {
  if (name.startsWith('svc-')) return 'may not begin with svc-'
  return refusedName(name, 40)
}

/** Why the Lattice API refuses a service network name, or nothing. Source: VPC Lattice API reference, CreateServiceNetwork. */
export function refusedNetworkName(name: string): string | undefined {
  return refusedName(name, 63)
}

function refusedName(name: string, longest: number): string | undefined {
  if (name.length < 3 || name.length > longest) return `must have 3 to ${longest} characters`
  if (/[^a-z0-9-]/.test(name)) return 'may hold lower-case letters, digits and hyphens only'
  if (/^-|-$|--/.test(name)) return 'may neither begin nor end with a hyphen, nor hold two in a row'
  return undefined
}
