import { group, type Model } from '@espalier/model'
import { admits } from './import-scopes.ts'
import type { ImportedExport } from './refs.ts'

/** Answers whether topology.yaml declares an export that an import may get. */
export function declaredExports(model: Model | undefined): (wanted: ImportedExport) => boolean {
  const byName = group(model?.exports ?? [], one => `${one.service.namespace}/${one.name}`)
  return wanted =>
    byName.get(`${wanted.namespace}/${wanted.name}`)?.some(({ cluster }) => admits(wanted, cluster)) ?? false
}
