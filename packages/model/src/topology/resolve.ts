import { group } from '../group.ts'
import { defaults } from './defaults.ts'
import type { Model } from './model.ts'
import { resolveClusters } from './resolve/clusters.ts'
import { resolveExports } from './resolve/exports.ts'
import { resolveGitops } from './resolve/gitops.ts'
import { resolveNamespaces } from './resolve/namespaces.ts'
import { resolveNetwork } from './resolve/network.ts'
import type { ReadFile } from './resolve/policy-file.ts'
import { type Resolved, resolved } from './resolve/resolved.ts'
import { resolveRoutes } from './resolve/routes.ts'
import { resolveServices } from './resolve/services.ts'
import { resolveTargets } from './resolve/targets.ts'
import { at, type Written } from './written.ts'

/** Follows every reference and fills in every default; what leads nowhere is a problem, and left out of the model. */
export function resolveTopology(written: Written, read: ReadFile): Resolved<Model> {
  const { topology, source } = written
  const clusters = resolveClusters(written)
  const gitops = resolveGitops(written, clusters)
  const { value: network, problems: networkProblems } = resolveNetwork(written, clusters, read)
  const services = resolveServices(written, clusters)
  const targets = resolveTargets(written, clusters, services.value)
  const exports = resolveExports(services.value, targets.value)
  const routes = resolveRoutes(targets.value, exports.value, network, read)
  const namespaces = resolveNamespaces(written, clusters, network, routes.value)
  const model: Model = {
    name: topology.name,
    source,
    gitops: gitops.value,
    gatewayApi: {
      version: topology.gatewayApi?.version ?? defaults.gatewayApi,
      channel: topology.gatewayApi?.channel ?? 'standard',
      install: topology.gatewayApi?.install ?? true,
    },
    ...(network === undefined ? {} : { network }),
    clusters,
    services: services.value,
    routes: routes.value,
    exports: exports.value.all,
    exportsOf: group(exports.value.all, one => one.cluster.name),
    namespaces: namespaces.value,
    extensions: (topology.extensions ?? []).map((path, index) => ({
      path,
      at: at(written, 'extensions', index),
    })),
    lint: topology.lint ?? {},
  }
  const steps = [gitops, services, targets, exports, routes, namespaces]
  return resolved(model, [...networkProblems, ...steps.flatMap(step => step.problems)])
}
