import { type Cluster, type Problem, type ServiceNetwork, within } from '@espalier/model'

/** Source: aws-application-networking-k8s@v2.1.3 pkg/deploy/lattice/service_network_manager.go. */
export function refuseAssociations(
  clusters: readonly Cluster[],
  network: ServiceNetwork,
): readonly Problem[] {
  const controlled = clusters.filter(({ role, association }) => role !== 'none' && association !== 'external')
  return [
    ...controlled.flatMap(cluster => withoutGateway(cluster)),
    ...sameVpc(controlled),
    ...createdTwice(network),
  ]
}

function withoutGateway({ name, role, association, at }: Cluster): readonly Problem[] {
  if (role === 'config' || typeof association === 'string') return []
  const message = `security groups need a VpcAssociationPolicy, and that a Gateway in the same cluster; ${name} has none. Associate its VPC with the groups outside and write association: external, or controller for an association without groups`
  return [{ check: 'beyond-controller', message, at: within(at, 'association') }]
}

function sameVpc(controlled: readonly Cluster[]): readonly Problem[] {
  return controlled.flatMap((cluster, index) => {
    const before = controlled.slice(0, index).find(one => one.vpc === cluster.vpc)
    if (before === undefined) return []
    const message = `the controllers of ${before.name} and ${cluster.name} would both own the association of ${cluster.vpc}; a VPC has one, so leave it to one of them`
    return {
      check: 'beyond-controller',
      message,
      at: within(cluster.at, 'association'),
      related: [{ at: before.at, message: before.name }],
    }
  })
}

function createdTwice({ create, replaced, config, at }: ServiceNetwork): readonly Problem[] {
  if (!create || replaced === undefined) return []
  const message = `the ServiceNetwork object belongs to ${replaced.name}, and ${config.name} cannot take it over; set create: false until ${replaced.name} has left`
  return [{ check: 'beyond-controller', message, at: within(at, 'create') }]
}
