import { didYouMean, keyOf, type Place, type Source, within } from '@espalier/model'
import { isRecord, text } from '../fleet/fields.ts'
import { resolvePath } from '../fleet/resolve-path.ts'
import type { Work } from './work.ts'

/** The kustomization.yaml of a folder. */
export interface Kustomization {
  readonly folder: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly at: Place
  readonly isComponent: boolean
}

const fileNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

interface Reading {
  /** Who names the folder. */
  readonly from: Place | undefined
  /** Flux writes it anew from the fields it knows, and so passes over what kustomize would refuse. */
  readonly isRewritten: boolean
}

/** Reads the kustomization of a folder. Undefined, with a remark, where kustomize would give up. */
export function readKustomization(
  folder: string,
  { from, isRewritten }: Reading,
  work: Work,
): Kustomization | undefined {
  const file = fileIn(folder, from, work)
  if (file === undefined) return undefined
  const { source, second } = file
  const { documents, faults } = work.documentsOf(source)
  const [document, more] = documents
  const at = document?.place ?? { source, doc: 0, path: [] }
  if (second !== undefined)
    broken(work, at, `${folder || '.'} has two kustomizations: ${source.file} and ${second}`)
  if (more !== undefined && !isRewritten)
    broken(work, more.place, 'a kustomization is one document, and this is another')
  if (document === undefined || !isRecord(document.value) || saysNothing(document.value)) {
    if (isRewritten) return { folder, fields: {}, at, isComponent: false }
    // What is no YAML is said by another rule.
    if (faults.length === 0)
      broken(work, at, `${source.file} says nothing; kustomize refuses an empty kustomization`)
    return undefined
  }
  const fields = document.value
  if (!isRewritten) checkFields(fields, at, work)
  checkKind(fields, at, work)
  return { folder, fields, at, isComponent: text(fields.kind) === 'Component' }
}

function fileIn(
  folder: string,
  from: Place | undefined,
  work: Work,
): { readonly source: Source; readonly second: string | undefined } | undefined {
  const files = fileNames
    .map(name => resolvePath(folder, name))
    .filter(path => work.files.kindOf(path) === 'file')
  const [file, second] = files
  const shown = folder || '.'
  if (file === undefined) {
    if (from) broken(work, from, `the folder ${shown} has no kustomization.yaml`)
    return undefined
  }
  const source = work.files.read(file)
  if (source === undefined) {
    if (from) broken(work, from, `${file} cannot be read`)
    return undefined
  }
  return { source, second }
}

function saysNothing(fields: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(fields).every(
    ([key, value]) => key === 'apiVersion' || key === 'kind' || value === null,
  )
}

function checkFields(fields: Readonly<Record<string, unknown>>, at: Place, work: Work): void {
  for (const key of Object.keys(fields)) {
    if (known.includes(key)) continue
    broken(work, keyOf(within(at, key)), `a kustomization has no field ${key}${didYouMean(key, known)}`)
  }
}

function checkKind(fields: Readonly<Record<string, unknown>>, at: Place, work: Work): void {
  const kind = text(fields.kind) ?? 'Kustomization'
  const version = kind === 'Component' ? 'v1alpha1' : 'v1beta1'
  if (kind !== 'Kustomization' && kind !== 'Component')
    broken(work, within(at, 'kind'), `the kind of a kustomization is Kustomization or Component, not ${kind}`)
  else if (fields.apiVersion && fields.apiVersion !== `kustomize.config.k8s.io/${version}`)
    broken(
      work,
      within(at, 'apiVersion'),
      `the apiVersion of a ${kind} is kustomize.config.k8s.io/${version}`,
    )
}

function broken({ remarks }: Work, at: Place, message: string): void {
  remarks.push({ kind: 'broken', at, message })
}

const known = [
  'apiVersion',
  'kind',
  'metadata',
  'openapi',
  'namePrefix',
  'nameSuffix',
  'namespace',
  'commonLabels',
  'labels',
  'commonAnnotations',
  'patchesStrategicMerge',
  'patchesJson6902',
  'patches',
  'images',
  'imageTags',
  'replacements',
  'replicas',
  'vars',
  'sortOptions',
  'resources',
  'components',
  'crds',
  'bases',
  'configMapGenerator',
  'secretGenerator',
  'helmGlobals',
  'helmCharts',
  'helmChartInflationGenerator',
  'generatorOptions',
  'configurations',
  'generators',
  'transformers',
  'validators',
  'buildMetadata',
]
