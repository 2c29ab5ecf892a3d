import type { Source } from '@espalier/model'
import type { Delivery } from '../delivery/delivery.ts'

/** The kustomizations that nobody but Flux builds as the kustomization of a path: it drops from them what it does not know. */
export function rewrittenByFlux(deliveries: readonly Delivery[]): ReadonlySet<Source> {
  const rootsOf = (engine: Delivery['engine']): readonly Source[] =>
    deliveries.flatMap(one =>
      one.engine === engine && one.what.form === 'kustomize' ? one.what.rootSources : [],
    )
  const rewritten = new Set(rootsOf('flux'))
  for (const source of rootsOf('argocd')) rewritten.delete(source)
  return rewritten
}
