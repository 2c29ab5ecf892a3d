import type { KubeObject, Model } from '@espalier/model'
import { unitName } from './names.ts'

export interface SourceRef {
  readonly kind: string
  readonly name: string
  readonly namespace?: string
}

export interface KustomizationSpec {
  readonly unit: string
  readonly path: string
  readonly source: SourceRef
  readonly dependsOn?: readonly string[]
  /** All objects must be ready. Meant for what installs things, never for what waits for another cluster. */
  readonly wait: boolean
  /** Never pruned and never deleted, whatever onRemoval says. */
  readonly kept?: boolean
  readonly extra?: Readonly<Record<string, unknown>>
}

/** A Flux Kustomization of one unit, without postBuild: there is nothing to substitute in a rendered tree. Source: kustomize-controller v1.9 api/v1. */
export function kustomization(model: Model, spec: KustomizationSpec): KubeObject {
  const { unit, path, source, dependsOn = [], wait, kept = false, extra = {} } = spec
  const removes = model.gitops.onRemoval === 'delete' && !kept
  return {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { name: unitName(model, unit), namespace: model.gitops.flux.source.namespace },
    spec: {
      interval: '1h',
      retryInterval: '2m',
      timeout: '3m',
      path: `./${path}`,
      sourceRef: source,
      prune: removes,
      deletionPolicy: removes ? 'Delete' : 'Orphan',
      wait,
      force: false,
      ...(dependsOn.length === 0
        ? {}
        : { dependsOn: dependsOn.map(name => ({ name: unitName(model, name) })) }),
      ...extra,
    },
  }
}

/** This repository as Flux already knows it. */
export function fleetSource(model: Model): SourceRef {
  return model.gitops.flux.source
}
