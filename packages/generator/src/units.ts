import { type Cluster, identity, type KubeObject, type Model, type Problem } from '@espalier/model'
import type { Unit } from './engine.ts'
import { type Extended, extend } from './extend.ts'
import type { Extensions } from './extension.ts'
import { unitFolder } from './layout.ts'
import type { Rendered } from './placed.ts'
import { providers } from './registry.ts'
import { synth } from './synth.ts'

/** The units of all clusters: one per provider, and one for what extensions add. Empty ones do not exist. */
export function unitsOf(
  model: Model,
  extensions?: Extensions,
): { readonly units: readonly Unit[]; readonly problems: readonly Problem[] } {
  const perCluster = model.clusters.map(cluster => clusterUnits(cluster, model, extensions))
  return { units: perCluster.flatMap(one => one.units), problems: perCluster.flatMap(one => one.problems) }
}

function clusterUnits(
  cluster: Cluster,
  model: Model,
  extensions?: Extensions,
): { units: readonly Unit[]; problems: readonly Problem[] } {
  const rendered = providers.map(provider => ({
    name: provider.unit,
    objects: provider.objects(cluster, model),
  }))
  const plain = rendered.flatMap(({ objects }) => objects.map(({ object }) => object))
  const { own, added, problems } = synthesize(cluster, plain, extensions)
  const byIdentity = new Map(own.map(object => [identity(object), object]))
  const final = ({ object, from }: Rendered): Rendered => ({
    object: byIdentity.get(identity(object)) ?? object,
    from,
  })
  const units = [
    ...rendered.map(({ name, objects }) => ({ name, objects: objects.map(final) })),
    { name: 'extensions', objects: added },
  ]
    .filter(({ objects }) => objects.length > 0)
    .map(({ name, objects }) => ({
      cluster,
      name,
      folder: unitFolder(model.gitops.path, cluster.name, name),
      objects,
    }))
  return { units, problems }
}

function synthesize(cluster: Cluster, objects: readonly KubeObject[], extensions?: Extensions): Extended {
  if (extensions !== undefined) return extend(cluster, objects, extensions)
  return { own: synth(cluster.name, objects).objects(), added: [], problems: [] }
}
