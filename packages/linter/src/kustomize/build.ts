import type { KubeObject, Path, Place, Source } from '@espalier/model'
import { type Documents, readDocuments } from '../fleet/documents.ts'
import { field, text } from '../fleet/fields.ts'
import { accumulate } from './accumulate.ts'
import type { Files } from './files.ts'
import { fixReferences } from './fix-references.ts'
import { idOf } from './id.ts'
import type { Resource } from './resource.ts'
import { createTrace, type Trace } from './trace.ts'
import type { BuildRemark, Work } from './work.ts'

/** An object as `kubectl kustomize` prints it. */
interface Built {
  readonly object: KubeObject
  /** The document it came from, with the way from its fields to where each of them is written. */
  readonly place: Place
}

export interface Build {
  readonly objects: readonly Built[]
  readonly remarks: readonly BuildRemark[]
  /** Every text that was read for it, with what it holds. */
  readonly texts: ReadonlyMap<Source, Documents>
}

/** The objects that kustomize makes of a folder, as far as the files at hand say; nothing is run and nothing is fetched. */
export function build(
  folder: string,
  files: Files,
  read: (source: Source) => Documents = readDocuments,
): Build {
  const texts = new Map<Source, Documents>()
  const trace = createTrace()
  const documentsOf = (source: Source): Documents => {
    const documents = texts.get(source) ?? read(source)
    texts.set(source, documents)
    return documents
  }
  const work: Work = { files, trace, remarks: [], texts, spent: { folders: 0, objects: 0 }, documentsOf }
  const { resources, configuration } = accumulate({ folder, role: 'root', above: [] }, work)
  fixReferences(resources, configuration.nameReference, work)
  const objects = resources.filter(isDelivered).flatMap(resource => builtOf(resource, trace))
  return { objects, remarks: work.remarks, texts }
}

function isDelivered({ object }: Resource): boolean {
  const local = text(field(object, 'metadata', 'annotations', 'config.kubernetes.io/local-config'))
  return local === undefined || local === 'false'
}

function builtOf({ object, place }: Resource, trace: Trace): readonly Built[] {
  if (!isObject(object)) return []
  const origin = (path: Path): Place => trace.follow(object, place, path.slice(place.path.length))
  return [{ object, place: { ...place, origin } }]
}

function isObject(object: unknown): object is KubeObject {
  const { version, kind, name } = idOf(object)
  return version !== '' && kind !== '' && name !== ''
}
