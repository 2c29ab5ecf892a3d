import { field, isRecord, record, text } from './fields.ts'
import type { Entry } from './fleet.ts'
import { isPlaceholder } from './placeholder.ts'

const fieldNames = ['data', 'stringData'] as const

// What Secrets of Argo CD hold beside credentials. Source: argo-cd@v3.5.1 docs/operator-manual/declarative-setup.md.
const typeLabel = 'argocd.argoproj.io/secret-type'
const publicKeys: ReadonlySet<string> = new Set([
  ...['name', 'server', 'namespaces', 'clusterResources', 'project', 'shard'],
  ...['url', 'type', 'insecure', 'enableLfs', 'enableOCI', 'forceHttpBasicAuth', 'proxy', 'noProxy'],
  ...['username', 'githubAppID', 'githubAppInstallationID', 'githubAppEnterpriseBaseUrl', 'depth'],
])

/** A key of a Secret under which a value stands that nobody should read. */
export interface SecretKey {
  readonly field: 'data' | 'stringData'
  readonly key: string
}

/** The keys of a Secret that hold secret values; what tells Argo CD a cluster or a repository is none. */
export function secretKeys({ object }: Entry): readonly SecretKey[] {
  const isArgocd = field(object.metadata, 'labels', typeLabel) !== undefined
  return fieldNames.flatMap(name =>
    Object.entries(record(object[name]))
      .filter(([key, value]) => !isPlaceholder(value) && !(isArgocd && isPublic(key, value, name)))
      .map(([key]) => ({ field: name, key })),
  )
}

function isPublic(key: string, value: unknown, name: SecretKey['field']): boolean {
  if (key !== 'config') return publicKeys.has(key)
  const config = configOf(name === 'data' ? decode(text(value) ?? '') : text(value))
  if (config === undefined) return false
  const credentials = [config.bearerToken, config.password, field(config, 'tlsClientConfig', 'keyData')]
  const variables = Object.entries(record(field(config, 'execProviderConfig', 'env')))
  const secret = variables.filter(([variable]) => /secret|token|password/i.test(variable))
  return [...credentials, ...secret.map(([, value]) => value)].every(isPlaceholder)
}

function configOf(json: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const config = JSON.parse(json ?? '')
    return isRecord(config) ? config : undefined
  } catch {
    return undefined
  }
}

function decode(base64: string): string | undefined {
  try {
    return atob(base64)
  } catch {
    return undefined
  }
}
