import { groupKind, type KubeObject } from '@espalier/model'

/** True for what makes an engine apply things and does not take them along when it is deleted. Source: Argo CD user guide, app deletion; kustomize-controller v1.9 api/v1. */
export function orphans(object: KubeObject): boolean {
  if (groupKind(object) === 'Application.argoproj.io') return object.metadata.finalizers === undefined
  if (groupKind(object) !== 'Kustomization.kustomize.toolkit.fluxcd.io') return false
  const { spec } = object
  return typeof spec === 'object' && spec !== null && Reflect.get(spec, 'deletionPolicy') === 'Orphan'
}
