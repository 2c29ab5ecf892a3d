import { merge } from '../../merge.ts'
import { argocdCluster } from '../argocd-cluster.ts'
import { defaults } from '../defaults.ts'
import type { Cluster, Controller } from '../model.ts'
import type { ClusterEntry, ControllerEntry, Destination } from '../types.ts'
import { clusterEntries, type Entry, type Written } from '../written.ts'
import { byText } from './resolved.ts'

/** The clusters with the topology's defaults filled in. */
export function resolveClusters(written: Written): readonly Cluster[] {
  return clusterEntries(written)
    .map(entry => resolveCluster(written, entry))
    .sort(byText(cluster => cluster.name))
}

function resolveCluster({ topology }: Written, { value, at }: Entry<ClusterEntry>): Cluster {
  const { account, region } = { ...topology.aws, ...value.aws }
  const vpc = value.aws?.vpc
  return {
    name: value.name,
    role: topology.serviceNetwork === undefined ? 'none' : (value.role ?? 'none'),
    ...(account === undefined ? {} : { account }),
    ...(region === undefined ? {} : { region }),
    ...(vpc === undefined ? {} : { vpc }),
    eksName: value.eks?.name ?? value.name,
    destination: value.destination ?? defaultDestination(value, argocdCluster(topology)),
    labels: value.labels ?? {},
    association: value.association ?? 'external',
    ...(value.traffic === undefined ? {} : { traffic: value.traffic }),
    controller: resolveController(topology.serviceNetwork?.controller, value.controller),
    at,
  }
}

// Argo CD registers the cluster it runs in under this name by itself.
function defaultDestination(cluster: ClusterEntry, argocd: string | undefined): Destination {
  const own = argocd === 'each' || argocd === cluster.name
  return { name: own ? 'in-cluster' : cluster.name }
}

function resolveController(common: ControllerEntry = {}, own: ControllerEntry = {}): Controller {
  const { version, install, resyncSeconds, webhook, roleArn } = { ...common, ...own }
  return {
    version: version ?? defaults.controller,
    install: install ?? true,
    resyncSeconds: resyncSeconds ?? defaults.resyncSeconds,
    webhook: webhook ?? 'off',
    ...(roleArn === undefined ? {} : { roleArn }),
    values: merge(common.values ?? {}, own.values ?? {}),
  }
}
