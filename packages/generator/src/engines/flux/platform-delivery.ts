import { type Cluster, fluxFolder, type KubeObject, type Model, type ServiceNetwork } from '@espalier/model'
import { chart, chartNamespace, chartValues, gatewayApi } from '../../controller/chart.ts'
import { platformUnits } from '../../controller/platform-units.ts'
import { scopeFolder, unitFolder } from '../../layout.ts'
import { namespaceObject } from '../../namespace-object.ts'
import type { Placed } from '../../placed.ts'
import { gitRepository } from './git-repository.ts'
import { fleetSource, kustomization } from './kustomization.ts'
import { unitName } from './names.ts'

/** The Gateway API's CRDs and the controller of one cluster. */
export function platformDelivery(cluster: Cluster, model: Model, network: ServiceNetwork): readonly Placed[] {
  const units = platformUnits(cluster, model)
  const entry = fluxFolder(model, cluster)
  const folder = unitFolder(model.gitops.path, cluster.name, 'controller')
  const place = (
    objects: readonly KubeObject[],
    folderOf: (object: KubeObject) => string,
  ): readonly Placed[] =>
    objects.map(object => ({ cluster, folder: folderOf(object), object, from: cluster.at }))
  return [
    ...(units.includes('gateway-api') ? place(gatewayApiObjects(model), () => entry) : []),
    ...(units.includes('controller')
      ? [
          ...place([controllerKustomization(model, folder, units)], () => entry),
          ...place(controllerObjects(cluster, model, network), object => scopeFolder(folder, object)),
        ]
      : []),
  ]
}

// CRDs go with everything stored under them.
function gatewayApiObjects(model: Model): readonly KubeObject[] {
  const { version, channel } = model.gatewayApi
  const name = unitName(model, 'gateway-api')
  const repository = gitRepository(model, name, gatewayApi.repository, { tag: version })
  const unit = {
    unit: 'gateway-api',
    path: gatewayApi.paths[channel],
    source: { kind: 'GitRepository', name },
    wait: true,
    kept: true,
  }
  return [repository, kustomization(model, unit)]
}

function controllerKustomization(model: Model, path: string, units: readonly string[]): KubeObject {
  const dependsOn = units.filter(unit => unit === 'gateway-api')
  return kustomization(model, {
    unit: 'controller',
    path,
    source: fleetSource(model),
    dependsOn,
    wait: true,
    kept: true,
  })
}

// The source lies in the release's own namespace, so that clusters without cross-namespace references take it.
function controllerObjects(cluster: Cluster, model: Model, network: ServiceNetwork): readonly KubeObject[] {
  const namespace = chartNamespace(cluster, model)
  return [
    ...(namespace === undefined ? [] : [namespaceObject(namespace).object]),
    {
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: 'OCIRepository',
      metadata: { name: chart.name, namespace: chart.namespace },
      spec: {
        interval: '1h',
        url: `oci://${chart.repository}/${chart.name}`,
        ref: { tag: cluster.controller.version },
        layerSelector: {
          mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
          operation: 'copy',
        },
      },
    },
    {
      apiVersion: 'helm.toolkit.fluxcd.io/v2',
      kind: 'HelmRelease',
      metadata: { name: chart.release, namespace: chart.namespace },
      spec: {
        interval: '1h',
        releaseName: chart.release,
        chartRef: { kind: 'OCIRepository', name: chart.name },
        install: { crds: 'Create', strategy: { name: 'RetryOnFailure' } },
        // The default leaves CRDs as the first release brought them.
        upgrade: { crds: 'CreateReplace', strategy: { name: 'RetryOnFailure' } },
        values: chartValues(cluster, network),
      },
    },
  ]
}
