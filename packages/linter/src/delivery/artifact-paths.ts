import { field, list, text } from '../fleet/fields.ts'
import type { EngineObject } from './engine-objects.ts'
import { isInside, pathFrom } from './path.ts'

/** An ExternalArtifact that an ArtifactGenerator among the files makes. */
export interface Artifact {
  readonly name: string
  readonly namespace: string
  /** Of the file that it is written in. */
  readonly path: string
  /** What it copies, in the order of the copies. */
  readonly copies: readonly Copy[]
}

interface Copy {
  /** The source that the folder is copied from. */
  readonly from: { readonly kind: string; readonly name: string; readonly folder: string }
  readonly to: string
}

export function artifactsOf(generators: readonly EngineObject[]): readonly Artifact[] {
  return generators.flatMap(({ object, path }) => {
    const sources = new Map(
      list(field(object, 'spec', 'sources')).map(one => [text(field(one, 'alias')), one]),
    )
    return list(field(object, 'spec', 'artifacts')).map(artifact => ({
      name: text(field(artifact, 'name')) ?? '',
      namespace: text(object.metadata.namespace) ?? '',
      path,
      copies: list(field(artifact, 'copy')).flatMap(copy => copyOf(copy, sources)),
    }))
  })
}

// Whole folders only: what single files or patterns make of a path is not told by the path alone.
function copyOf(copy: unknown, sources: ReadonlyMap<string | undefined, unknown>): readonly Copy[] {
  const [, alias, folder] = /^@([^/]+)\/(?:(.*)\/)?\*\*$/.exec(text(field(copy, 'from')) ?? '') ?? []
  const [, to] = /^@artifact\/(.*)$/.exec(text(field(copy, 'to')) ?? '') ?? []
  const source = sources.get(alias)
  const [kind, name] = [text(field(source, 'kind')), text(field(source, 'name'))]
  if (kind === undefined || name === undefined || to === undefined) return []
  return [{ from: { kind, name, folder: folder ?? '' }, to: pathFrom('', to) ?? '' }]
}

/** Where a path of an artifact comes from, with the source; the last copy that could have brought it counts. */
export function originOf(
  { copies }: Artifact,
  path: string,
): { readonly kind: string; readonly name: string; readonly path: string } | undefined {
  const copy = copies.filter(({ to }) => isInside(path, to)).at(-1)
  if (copy === undefined) return undefined
  const rest = path.slice(copy.to.length)
  const { kind, name, folder } = copy.from
  return { kind, name, path: pathFrom(folder, rest) ?? folder }
}
