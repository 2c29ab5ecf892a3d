import { type Cluster, fluxFolder, type KubeObject, type Model } from '@espalier/model'
import { scopeFolder, unitFolder } from '../../layout.ts'
import type { Placed } from '../../placed.ts'
import { type Sourced, sourcePath, sourceUnit, teamSources } from '../../teams/team-sources.ts'
import { gitRepository, refOf } from './git-repository.ts'
import { inFleet } from './in-fleet.ts'
import { fleetSource, kustomization, type SourceRef } from './kustomization.ts'
import { teamAccount, unitName } from './names.ts'

/** The teams' own sources in one cluster, each applied with rights in its namespace and nowhere else. */
export function teamDelivery(cluster: Cluster, model: Model): readonly Placed[] {
  const sourced = teamSources(model, [cluster])
  const [first] = sourced
  if (first === undefined) return []
  const entry = fluxFolder(model, cluster)
  const folder = unitFolder(model.gitops.path, cluster.name, 'teams')
  const namespaces = [...new Set(sourced.map(({ service }) => service.namespace))]
  const rights = namespaces.flatMap(namespace => teamRights(model, namespace))
  const from = first.source.at
  return [
    // In a unit of its own: where a namespace is not there yet, nothing else waits for it.
    {
      cluster,
      folder: entry,
      object: kustomization(model, { unit: 'teams', path: folder, source: fleetSource(model), wait: false }),
      from,
    },
    ...rights.map(object => ({ cluster, folder: scopeFolder(folder, object), object, from })),
    ...sourced.flatMap(one =>
      sourceObjects(model, one, cluster).map(object => ({
        cluster,
        folder: entry,
        object,
        from: one.source.at,
      })),
    ),
  ]
}

// A RoleBinding to cluster-admin gives everything inside one namespace and nothing outside, as Flux's own tenants have it.
function teamRights(model: Model, namespace: string): readonly KubeObject[] {
  const name = teamAccount(model, namespace)
  const home = model.gitops.flux.source.namespace
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace: home } },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name, namespace },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
      subjects: [{ kind: 'ServiceAccount', name, namespace: home }],
    },
  ]
}

function sourceObjects(model: Model, { service, source }: Sourced, cluster: Cluster): readonly KubeObject[] {
  const unit = sourceUnit(service)
  const own = inFleet(model, source)
  const name = unitName(model, unit)
  const ref: SourceRef = own ? fleetSource(model) : { kind: 'GitRepository', name }
  const delivered = kustomization(model, {
    unit,
    path: sourcePath(source, cluster),
    source: ref,
    wait: false,
    extra: { serviceAccountName: teamAccount(model, service.namespace), targetNamespace: service.namespace },
  })
  return own
    ? [delivered]
    : [gitRepository(model, name, source.repository, refOf(source.revision)), delivered]
}
