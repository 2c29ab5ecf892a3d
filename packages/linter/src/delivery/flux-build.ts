import type { Place } from '@espalier/model'
import { field, text } from '../fleet/fields.ts'
import { isManifest } from '../fleet/manifest.ts'
import { type Build, build } from '../kustomize/build.ts'
import { fluxChanges } from '../kustomize/flux-changes.ts'
import type { Building } from './building.ts'
import type { EngineObject } from './engine-objects.ts'
import { isFiltered } from './is-filtered.ts'
import { kustomizationIn, type Reached } from './kustomization-files.ts'
import { isInside } from './path.ts'
import type { Survey } from './survey.ts'

interface Synced {
  readonly folder: string
  readonly spec: unknown
  /** Of the spec. */
  readonly at: Place
  readonly reached: Reached
}

interface Known {
  readonly survey: Survey
  readonly building: Building
  readonly gitRepositories: readonly EngineObject[]
}

/** What kustomize-controller makes of a path; nothing where its Kustomization only takes what lies there, or nobody can tell. */
export function fluxBuild({ folder, spec, at, reached }: Synced, known: Known): Build | undefined {
  const { survey, building, gitRepositories } = known
  if (fluxChanges(spec).length === 0) return undefined
  if (survey.items(folder) === undefined) return undefined
  const own = kustomizationIn(survey, folder)
  const isLinted = (path: string) => survey.repository.texts.has(path)
  if (own === undefined ? !reached.files.some(isLinted) : !isLinted(own)) return undefined
  // What the source leaves out, Flux does not list.
  if (own === undefined && (isFiltered(survey, folder) || gitRepositories.some(leavesOut))) return undefined
  const name = building.named(folder)
  const listed = reached.listed.filter(path => isListed(path, reached, survey)).map(building.named)
  const there = listed.filter(path => building.files.kindOf(path) !== undefined)
  const relative = there.map(path => path.slice(name === '' ? 0 : name.length + 1))
  const made = build(name, building.files, building.read, { spec, at, listed: relative })
  // An artifact may have been put together from folders that lie otherwise here.
  const isMoved = text(field(spec, 'sourceRef', 'kind')) === 'ExternalArtifact'
  if (isMoved && made.remarks.some(({ kind }) => kind === 'broken')) return undefined
  return own === undefined && !reached.files.every(isLinted) ? withinLinted(made, folder, known) : made
}

function leavesOut({ object }: EngineObject): boolean {
  return ['ignore', 'sparseCheckout'].some(name => field(object, 'spec', name) !== undefined)
}

// What is no manifest makes Flux refuse all, which another rule says; the rest is looked at without it.
function isListed(path: string, { files }: Reached, survey: Survey): boolean {
  if (!files.includes(path)) return true
  const { documents = [], faults = [] } = survey.documents(path) ?? {}
  return faults.length === 0 && documents.every(({ value }) => isManifest(value))
}

/** Of a folder that is linted in part, what others of its files make is not asked for. */
function withinLinted(made: Build, folder: string, { survey, building }: Known): Build {
  const linted = new Set([...survey.repository.texts.values()].map(({ file }) => file))
  const name = building.named(folder)
  const documents = made.documents.filter(
    ({ place: { source } }) => linted.has(source.file) || !isInside(source.file, name),
  )
  return { ...made, documents }
}
