import type { KubeObject, Model } from '@espalier/model'

/** A Git repository that Flux is to read besides the fleet's own. Source: source-controller v1 api. */
export function gitRepository(
  model: Model,
  name: string,
  url: string,
  ref: Readonly<Record<string, string>>,
): KubeObject {
  return {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'GitRepository',
    metadata: { name, namespace: model.gitops.flux.source.namespace },
    spec: { interval: '1h', timeout: '1m', url: asUrl(url), ref },
  }
}

/** How Flux wants a revision told: full names, commits and branches have fields of their own. */
export function refOf(revision: string): Readonly<Record<string, string>> {
  if (revision.startsWith('refs/')) return { name: revision }
  return /^[0-9a-f]{40}$/.test(revision) ? { commit: revision } : { branch: revision }
}

/** The address as Flux takes it, which does not know the short form of ssh. */
export function asUrl(repository: string): string {
  const [, user, host, path] = /^([^@/:]+)@([^:/]+):(.+)$/.exec(repository) ?? []
  return path === undefined ? repository : `ssh://${user}@${host}/${path}`
}
