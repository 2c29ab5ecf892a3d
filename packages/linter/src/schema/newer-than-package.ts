import type { ErrorObject } from 'ajv'

interface Relaxed {
  /** Of the object that lacks the field. */
  readonly path: RegExp
  readonly field: string
}

/** Fields that a package requires and releases since then do not. Source: fluxcd/flux2 v2.9, kustomize-controller v1.9 api/v1. */
const relaxed: Readonly<Record<string, readonly Relaxed[]>> = {
  'kustomize.toolkit.fluxcd.io/v1 Kustomization': [
    { path: /^\/spec\/healthCheckExprs\/\d+$/, field: 'kind' },
  ],
}

/** True for an error that the package alone would report. */
export function isOutdated(id: string, { keyword, instancePath, params }: ErrorObject): boolean {
  if (keyword !== 'required' || !Object.hasOwn(relaxed, id)) return false
  return (relaxed[id] ?? []).some(
    ({ path, field }) => path.test(instancePath) && params.missingProperty === field,
  )
}
