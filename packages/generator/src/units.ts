import { type Cluster, identity, type Model, type Problem } from '@espalier/model'
import type { Unit, Units } from './engine.ts'
import { extend } from './extend.ts'
import type { Extensions } from './extension.ts'
import { unitFolder } from './layout.ts'
import type { Rendered } from './placed.ts'
import { providers } from './registry.ts'

type Content = Pick<Unit, 'name' | 'objects'>

interface Contents {
  readonly contents: readonly Content[]
  readonly problems: readonly Problem[]
}

/** The units of every cluster: one per provider, and one for what extensions add. Empty ones do not exist. */
export function unitsOf(
  model: Model,
  extensions?: Extensions,
): { readonly units: Units; readonly problems: readonly Problem[] } {
  const units = new Map<Cluster, readonly Unit[]>()
  const problems: Problem[] = []
  for (const cluster of model.clusters) {
    const rendered = providers.map(provider => ({
      name: provider.unit,
      objects: provider.objects(cluster, model),
    }))
    const final =
      extensions === undefined
        ? { contents: rendered, problems: [] }
        : extended(cluster, rendered, extensions)
    problems.push(...final.problems)
    const own = final.contents
      .filter(({ objects }) => objects.length > 0)
      .map(content => ({
        ...content,
        cluster,
        folder: unitFolder(model.gitops.path, cluster.name, content.name),
      }))
    units.set(cluster, own)
  }
  return { units, problems }
}

/** What the extensions made of a cluster's units, and the unit of what they added. */
function extended(cluster: Cluster, rendered: readonly Content[], extensions: Extensions): Contents {
  const plain = rendered.flatMap(({ objects }) => objects.map(({ object }) => object))
  const { own, added, problems } = extend(cluster, plain, extensions)
  const byIdentity = new Map(own.map(object => [identity(object), object]))
  const final = ({ object, from }: Rendered): Rendered => ({
    object: byIdentity.get(identity(object)) ?? object,
    from,
  })
  const contents = rendered.map(({ name, objects }) => ({ name, objects: objects.map(final) }))
  return { contents: [...contents, { name: 'extensions', objects: added }], problems }
}
