import { manifest } from './fleet-of.ts'

/** An Application of Argo CD with further fields of its spec, in flow style. */
export function application(name: string, spec: string): string {
  return manifest(`argoproj.io/v1alpha1 Application argocd/${name}`, `spec: {project: shop, ${spec}}\n`)
}

/** A Kustomization of Flux. */
export function kustomization(name: string, spec: string): string {
  return manifest(
    `kustomize.toolkit.fluxcd.io/v1 Kustomization flux-system/${name}`,
    `spec: {interval: 1h, prune: false, sourceRef: {kind: GitRepository, name: flux-system}, ${spec}}\n`,
  )
}
