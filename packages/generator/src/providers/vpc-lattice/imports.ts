import { type Export, importName, type TargetGroup } from '@espalier/model'
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

/** A ServiceImport of a target group that no cluster of the topology exports. Any other annotation beside the ARN is a conflict. */
export function groupImportObject({ name, namespace, arn, at }: TargetGroup & Pick<Export, 'at'>): Rendered {
  const metadata = { name, namespace, annotations: { [latticeKey('target-group-arn')]: arn } }
  return { object: { apiVersion: latticeVersion, kind: 'ServiceImport', metadata }, from: at }
}
