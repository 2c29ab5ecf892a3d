import { type FileTree, groupOf, type KubeObject, parseHeader, readYaml } from '@espalier/model'

/** An object of a rendered tree. */
export interface TreeObject {
  readonly cluster: string
  /** Relative to the repository's root. */
  readonly file: string
  readonly object: KubeObject
}

export interface Differing {
  /** Every cluster with a file that differs, is new or is gone. */
  readonly clusters: ReadonlySet<string>
  readonly before: readonly TreeObject[]
  readonly after: readonly TreeObject[]
}

/** The objects of files that two trees do not have alike; only those are read. */
export function differingObjects(before: FileTree, after: FileTree): Differing {
  const clusters = new Set<string>()
  const objectsOnlyIn = (tree: FileTree, other: FileTree): readonly TreeObject[] => {
    const found: TreeObject[] = []
    for (const [file, text] of tree) {
      if (other.get(file) === text) continue
      const cluster = parseHeader(text)?.cluster ?? ''
      clusters.add(cluster)
      for (const { value } of readYaml({ file, text }).documents)
        if (isObject(value)) found.push({ cluster, file, object: value })
    }
    return found
  }
  return { before: objectsOnlyIn(before, after), after: objectsOnlyIn(after, before), clusters }
}

// The lists that kustomize reads are files of a tree, and no objects of any cluster.
function isObject(value: unknown): value is KubeObject {
  if (!isMapping(value) || !isMapping(value.metadata)) return false
  const { apiVersion, kind, metadata } = value
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || typeof metadata.name !== 'string')
    return false
  return groupOf(apiVersion) !== 'kustomize.config.k8s.io'
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
