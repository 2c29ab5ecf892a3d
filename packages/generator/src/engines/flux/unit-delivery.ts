import { fullName, groupKind, type KubeObject, type Model } from '@espalier/model'
import { platformUnits } from '../../controller/platform-units.ts'
import type { Unit } from '../../engine.ts'
import { fleetSource, kustomization } from './kustomization.ts'

/** The Kustomization of a provider's unit: it waits for the controller, and for the Gateway, but never for what another cluster must do first. */
export function unitKustomization(unit: Unit, model: Model): KubeObject {
  const gateways = unit.objects
    .map(({ object }) => object)
    .filter(object => groupKind(object) === 'Gateway.gateway.networking.k8s.io')
  const [last] = platformUnits(unit.cluster, model).slice(-1)
  return kustomization(model, {
    unit: unit.name,
    path: unit.folder,
    source: fleetSource(model),
    dependsOn: last === undefined ? [] : [last],
    wait: false,
    ...(gateways.length === 0 ? {} : { extra: gatewayHealth(gateways) }),
  })
}

// kstatus takes a Gateway for ready as soon as it exists; only Programmed says that its service network was found.
function gatewayHealth(gateways: readonly KubeObject[]): Readonly<Record<string, unknown>> {
  const programmed = (status: string): string =>
    `status.conditions.exists(c, c.type == 'Programmed' && c.status == '${status}')`
  return {
    healthChecks: [...gateways]
      .sort((a, b) => (fullName(a) < fullName(b) ? -1 : 1))
      .map(({ apiVersion, kind, metadata: { name, namespace } }) => ({ apiVersion, kind, name, namespace })),
    healthCheckExprs: [
      {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'Gateway',
        current: programmed('True'),
        inProgress: `!${programmed('True')}`,
      },
    ],
  }
}
