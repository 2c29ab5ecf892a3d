import type { Export, HealthCheck, KubeObject } from '@espalier/model'
import { latticeGroup, latticeVersion } from './kinds.ts'

/** The TargetGroupPolicy of an export that needs one: it must sit in the exporting cluster, for nothing carries it to another. */
export function targetGroupPolicy({ name, service, port }: Export): readonly KubeObject[] {
  const https = port.protocol === 'HTTPS'
  if (!https && service.healthCheck === undefined) return []
  return [
    {
      apiVersion: latticeVersion,
      kind: 'TargetGroupPolicy',
      metadata: { name, namespace: service.namespace },
      spec: {
        targetRef: { group: latticeGroup, kind: 'ServiceExport', name },
        ...(https ? { protocol: 'HTTPS', protocolVersion: 'HTTP1' } : {}),
        healthCheck: healthCheck(https, service.healthCheck),
      },
    },
  ]
}

// Left out, `enabled` is off for all but HTTP/1 groups, and `protocol` is HTTP even where the group speaks HTTPS.
function healthCheck(https: boolean, wanted: HealthCheck = {}): HealthCheck {
  return { enabled: true, ...(https ? { protocol: 'HTTPS' as const } : {}), ...wanted }
}
