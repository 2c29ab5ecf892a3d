import { type Export, importName } from '@espalier/model'
import type { Rendered } from '../../placed.ts'
import { latticeKey, latticeVersion } from './kinds.ts'

/** A ServiceImport narrowed to one export of one cluster; unnarrowed, the controller takes whichever it finds first. */
export function importObject(one: Export): Rendered {
  const { service, cluster, port } = one
  return {
    object: {
      apiVersion: latticeVersion,
      kind: 'ServiceImport',
      metadata: {
        name: importName(one),
        namespace: service.namespace,
        annotations: {
          [latticeKey('export-name')]: one.name,
          [latticeKey('aws-eks-cluster-name')]: cluster.eksName,
          [latticeKey('aws-vpc')]: cluster.vpc ?? '',
        },
      },
      spec: { type: 'ClusterSetIP', ports: [{ port: port.port, protocol: 'TCP' }] },
    },
    from: one.at,
  }
}
