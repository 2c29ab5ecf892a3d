import { type Path, type Place, settle, within } from '@espalier/model'
import { field, list, text } from '../fleet/fields.ts'
import { isFilledInLater } from '../fleet/filled-in-later.ts'
import { resolvePath } from '../fleet/resolve-path.ts'
import { fluxChanges } from './flux-changes.ts'
import { fluxPatches } from './flux-patches.ts'
import type { Kustomization } from './kustomization.ts'
import type { Work } from './work.ts'

/** What a Kustomization of Flux adds to the kustomization of its path. */
export interface FluxFields {
  readonly spec: unknown
  /** Where the spec stands. */
  readonly at: Place
  /** For a path without a kustomization: all that Flux would list in one, relative to the path. */
  readonly listed: readonly string[]
}

/** A field of a list, with its index among those of the Kustomization. */
export interface Added {
  readonly value: unknown
  readonly index: number
}

/** The kustomization that kustomize-controller builds. Source: fluxcd/pkg/kustomize v1.44.0 (as v1.41.0), kustomize_generator.go. */
export function withFluxFields(
  folder: string,
  own: Kustomization | undefined,
  { spec, at, listed }: FluxFields,
  work: Work,
): Kustomization {
  const changes = fluxChanges(spec)
  for (const { name } of changes.filter(({ isOlder }) => isOlder)) {
    const message = `${name} is of an older API, and not applied`
    work.remarks.push({ kind: 'unread', at: within(at, name), message })
  }
  const before: Kustomization['fields'] = own?.fields ?? { resources: listed }
  const texts = changes.flatMap(({ name, replaces }) => {
    const value = text(field(spec, name))
    if (replaces === undefined || value === undefined || isOpen(value, within(at, name), work)) return []
    return [{ key: replaces, name, value }]
  })
  const added: Readonly<Record<string, readonly Added[]>> = {
    components: componentsOf(spec, at, folder, work),
    patches: fluxPatches(spec, at, work),
  }
  const lists = Object.entries(added).map(([key, more]) => [
    key,
    [...list(before[key]), ...more.map(({ value }) => value)],
  ])
  const fields = {
    ...before,
    ...Object.fromEntries(texts.map(({ key, value }) => [key, value])),
    ...Object.fromEntries(lists),
  }
  const above = own?.at ?? at
  const origin = (path: Path): Place => {
    const [key = '', index, ...rest] = path.slice(above.path.length)
    const written = texts.find(one => one.key === key)
    if (written !== undefined) return settle(within(at, written.name))
    const one = added[key]?.[Number(index) - list(before[key]).length]
    if (one !== undefined) return settle(within(at, key, one.index, ...rest))
    return own === undefined ? settle(within(at, 'path')) : { ...above, path }
  }
  return { folder, fields, at: { ...above, origin }, isComponent: own?.isComponent ?? false }
}

function componentsOf(spec: unknown, at: Place, folder: string, work: Work): readonly Added[] {
  const mayBeMissing = field(spec, 'ignoreMissingComponents') === true
  return list(field(spec, 'components')).flatMap((value, index) => {
    const path = text(value)
    if (path === undefined || isOpen(path, within(at, 'components', index), work)) return []
    const kind = work.files.kindOf(resolvePath(folder, path))
    return mayBeMissing && (kind === undefined || kind === 'outside') ? [] : [{ value, index }]
  })
}

function isOpen(value: string, at: Place, { remarks }: Work): boolean {
  if (!isFilledInLater(value)) return false
  remarks.push({ kind: 'unread', at, message: `${JSON.stringify(value)} is not filled in by the files` })
  return true
}
