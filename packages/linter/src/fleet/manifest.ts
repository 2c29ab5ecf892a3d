import type { KubeObject } from '@espalier/model'
import { field, isRecord, text } from './fields.ts'

/** True for what an API server could take. */
export function isManifest(value: unknown): value is KubeObject {
  if (!isRecord(value) || !text(value.apiVersion) || !text(value.kind)) return false
  return Boolean(text(field(value.metadata, 'name')))
}

/** What a value lacks for that, as the end of a sentence; the empty string for a manifest. */
export function whatIsMissing(value: unknown): string {
  if (!isRecord(value)) return `a ${Array.isArray(value) ? 'list' : typeof value} is no Kubernetes object`
  const missing = [['apiVersion'], ['kind'], ['metadata', 'name']]
    .filter(path => !text(field(value, ...path)))
    .map(path => path.join('.'))
  return missing.length === 0 ? '' : `no Kubernetes object: it has no ${missing.join(', no ')}`
}
