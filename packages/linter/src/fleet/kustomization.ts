import type { Document } from './documents.ts'
import { field, isRecord, list, text } from './fields.ts'
import { resolvePath } from './resolve-path.ts'

/** What the kustomizations among some documents do to the files around them. */
export interface Kustomizations {
  /** Files that hold parts of objects. */
  readonly patches: ReadonlySet<string>
  /** True where a kustomization stands in a file's folder or above. */
  isAbove(file: string): boolean
}

export function readKustomizations(documents: readonly Document[]): Kustomizations {
  const own = documents.filter(({ value, place }) => isKustomization(value, place.source.file))
  const folders = new Set(own.map(({ place }) => folderOf(place.source.file)))
  return {
    patches: new Set(own.flatMap(({ value, place }) => patchFiles(value, place.source.file))),
    isAbove(file) {
      if (folders.size === 0) return false
      for (let folder = folderOf(file); ; folder = folderOf(folder)) {
        if (folders.has(folder)) return true
        if (folder === '') return false
      }
    },
  }
}

const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

/** True for what `kustomize` itself reads; Flux's Kustomization is a manifest like any other. */
export function isKustomization(value: unknown, file: string): boolean {
  if (!isRecord(value)) return false
  if (text(value.apiVersion)?.startsWith('kustomize.config.k8s.io/')) return true
  return value.kind === undefined && names.includes(file.slice(file.lastIndexOf('/') + 1))
}

/** The folder of a file, or the folder above a folder; the empty string at the top. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')))
}

function patchFiles(kustomization: unknown, file: string): readonly string[] {
  const merged = list(field(kustomization, 'patchesStrategicMerge'))
  const others = ['patches', 'patchesJson6902'].flatMap(name => list(field(kustomization, name)))
  return [...merged, ...others.map(patch => field(patch, 'path'))]
    .filter(path => typeof path === 'string')
    .map(path => resolvePath(folderOf(file), path))
}
