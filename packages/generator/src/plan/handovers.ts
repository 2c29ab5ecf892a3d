import { fluxFolder, type Model, type Place, type Problem, placeOf, within } from '@espalier/model'

/**
 * What makes the objects of a topology change hands: its Applications or Kustomizations get other names, or others sync them. The former
 * ones leave, and where the engine deletes, they take along what their heirs are about to adopt.
 */
export function handovers(before: Model, after: Model): readonly Problem[] {
  if (before.gitops.onRemoval !== 'delete' || before.gitops.engine !== after.gitops.engine) return []
  const root = placeOf(after.gitops.at.source)
  return [
    ...renaming(before, after, within(root, 'name')),
    ...(after.gitops.engine === 'flux' ? movedEntries(before, after) : movedNamespace(before, after)),
  ]
}

function renaming({ name }: Model, after: Model, at: Place): readonly Problem[] {
  if (name === after.name) return []
  const noun = after.gitops.engine === 'flux' ? 'Kustomizations' : 'Applications'
  return [
    problem(
      `topology ${name} becomes ${after.name}: its ${noun} leave, and take what they applied with them`,
      at,
    ),
  ]
}

function movedEntries(before: Model, after: Model): readonly Problem[] {
  const moved = after.clusters.filter(({ name }) => {
    const [old, now] = [before, after].map(model => {
      const cluster = model.clusters.find(one => one.name === name)
      return cluster && fluxFolder(model, cluster)
    })
    return old !== undefined && old !== now
  })
  const [first] = moved
  if (first === undefined) return []
  const others = moved.length === 1 ? '' : ` and of ${moved.length - 1} more`
  return [
    problem(
      `what the Flux of cluster ${first.name}${others} syncs moves to another folder: it prunes the Kustomizations that leave, and they take what they applied with them`,
      after.gitops.at,
    ),
  ]
}

function movedNamespace(before: Model, after: Model): readonly Problem[] {
  const [old, now] = [before.gitops.argocd.namespace, after.gitops.argocd.namespace]
  if (old === now) return []
  const message = `the Applications move from namespace ${old} to ${now}: the former ones leave, and take what they applied with them`
  return [problem(message, after.gitops.at)]
}

function problem(message: string, at: Place): Problem {
  return { check: 'objects-change-hands-safely', message, at }
}
