import type { Cluster, Export, KubeObject, Model } from '@espalier/model'
import type { Rendered } from '../../placed.ts'
import { latticeKey, latticeVersion } from './kinds.ts'
import { targetGroupPolicy } from './target-group-policies.ts'

/** What a workload cluster offers: its exports, the Services that further routes need, and how Lattice is to reach them. */
export function workloadObjects(cluster: Cluster, model: Model): readonly Rendered[] {
  if (model.network === undefined) return []
  const own = model.exportsOf.get(cluster.name) ?? []
  return own.flatMap(one =>
    [exportObject(one), ...(one.alias ? [aliasObject(one)] : []), ...targetGroupPolicy(one)].map(object => ({
      object,
      from: one.at,
    })),
  )
}

const routeTypes = { HTTP: 'HTTP', HTTPS: 'HTTP', GRPC: 'GRPC', TLS: 'TLS', TCP: 'TLS' } as const

function exportObject({ name, service, port }: Export): KubeObject {
  return {
    apiVersion: latticeVersion,
    kind: 'ServiceExport',
    metadata: {
      name,
      namespace: service.namespace,
      annotations: { [latticeKey('federation')]: 'amazon-vpc-lattice' },
    },
    spec: { exportedPorts: [{ port: port.port, routeType: routeTypes[port.protocol] }] },
  }
}

// The controller refreshes the endpoints of one export per Service, so every further export gets a Service of its own.
function aliasObject({ name, service, port }: Export): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: service.namespace },
    spec: {
      type: 'ClusterIP',
      ipFamilyPolicy: 'SingleStack',
      sessionAffinity: 'None',
      selector: service.selector ?? {},
      ports: [
        {
          ...(port.name === undefined ? {} : { name: port.name }),
          port: port.port,
          protocol: 'TCP',
          targetPort: port.targetPort,
        },
      ],
    },
  }
}
