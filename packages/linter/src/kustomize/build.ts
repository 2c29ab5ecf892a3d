import { type Path, type Place, type Source, settle } from '@espalier/model'
import { type Document, type Documents, readDocuments } from '../fleet/documents.ts'
import { field, text } from '../fleet/fields.ts'
import type { BuildRemark } from '../fleet/fleet.ts'
import { valueAt } from '../fleet/value-at.ts'
import { accumulate } from './accumulate.ts'
import { addCommonMetadata } from './common-metadata.ts'
import type { Files } from './files.ts'
import { fixReferences } from './fix-references.ts'
import type { FluxFields } from './flux-fields.ts'
import type { Resource } from './resource.ts'
import { createTrace, type Trace } from './trace.ts'
import type { Work } from './work.ts'

export interface Build {
  /** Objects as `kubectl kustomize` prints them, each at the document it came from, with the way to where each field is written. */
  readonly documents: readonly Document[]
  readonly remarks: readonly BuildRemark[]
  /** Every text that was read for it, with what it holds. */
  readonly texts: ReadonlyMap<Source, Documents>
  /** Files that it takes for the content of ConfigMaps and their like. */
  readonly contents: ReadonlySet<string>
}

/**
 * The objects that kustomize makes of a folder, or kustomize-controller for a Kustomization of Flux, as far as the files at hand say;
 * nothing is run and nothing is fetched.
 */
export function build(
  folder: string,
  files: Files,
  read: (source: Source) => Documents = readDocuments,
  flux?: FluxFields,
): Build {
  const texts = new Map<Source, Documents>()
  const trace = createTrace()
  const documentsOf = (source: Source): Documents => {
    const found = texts.get(source) ?? read(source)
    texts.set(source, found)
    return found
  }
  const contents = new Set<string>()
  const spent = { folders: 0, objects: 0 }
  const isOfFlux = flux !== undefined
  const withoutData = new WeakSet()
  const noted = { trace, remarks: [], since: 0, texts, contents, withoutData, spent }
  const work: Work = { files, isOfFlux, documentsOf, ...noted }
  const root = { folder, role: 'root', above: [], ...(flux && { flux }) } as const
  const { resources, configuration } = accumulate(root, work)
  fixReferences(resources, configuration.nameReference, work)
  const delivered = resources.filter(isDelivered)
  if (flux) addCommonMetadata(delivered, flux, work)
  const documents = delivered.map(resource => builtOf(resource, trace))
  return { documents, remarks: work.remarks, texts, contents }
}

function isDelivered({ object }: Resource): boolean {
  const local = text(field(object, 'metadata', 'annotations', 'config.kubernetes.io/local-config'))
  return local === undefined || local === 'false'
}

function builtOf({ object, place, ambiguous }: Resource, trace: Trace): Document {
  const origin = (path: Path): Place => settle(trace.follow(object, place, path.slice(place.path.length)))
  // A patch may have moved what is doubtful, or put another value in its place.
  const kept = ambiguous.filter(({ path, text }) => String(valueAt(object, path)) === text)
  return { value: object, place: { ...place, origin }, ambiguous: kept }
}
