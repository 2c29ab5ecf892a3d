import { field } from '../fleet/fields.ts'
import { isFilledInLater } from '../fleet/filled-in-later.ts'
import { sourcesOf } from './application-plans.ts'
import { type EngineObject, engineKinds } from './engine-objects.ts'
import { pathFrom } from './path.ts'
import { plainAddress } from './same-repository.ts'
import type { Survey } from './survey.ts'

export interface OwnAddresses {
  /** In the form of `plainAddress`. */
  readonly addresses: ReadonlySet<string>
  /** Set where nobody said it, and the engines' objects had to. */
  readonly guessed?: string
}

/** By which addresses engines know the repository that is linted. */
export function ownAddresses(objects: readonly EngineObject[], survey: Survey): OwnAddresses {
  const { repository } = survey
  const used = objects.flatMap(object => usesOf(object, survey))
  const bootstrapped = repository.isSaid ? [] : used.filter(({ isSure }) => isSure)
  const known = new Set([...repository.urls, ...bootstrapped.map(({ url }) => url)].map(plainAddress))
  if (repository.isSaid || used.some(({ url }) => known.has(plainAddress(url)))) return { addresses: known }
  const guessed = mostUsed(used.map(({ url }) => url))
  return guessed === undefined
    ? { addresses: known }
    : { addresses: new Set([...known, plainAddress(guessed)]), guessed }
}

function mostUsed(urls: readonly string[]): string | undefined {
  const byAddress = new Map<string, string[]>()
  for (const url of urls) byAddress.set(plainAddress(url), [...(byAddress.get(plainAddress(url)) ?? []), url])
  const sorted = [...byAddress].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
  return sorted[0]?.[1][0]
}

interface Use {
  readonly url: string
  /** Whoever wrote it did so into the repository that it names. */
  readonly isSure: boolean
}

/** Addresses under which an object looks for paths that are here; the root is everywhere. */
function usesOf({ object, kind, at }: EngineObject, survey: Survey): readonly Use[] {
  const isHere = (path: unknown): boolean => {
    const folder = typeof path === 'string' ? pathFrom('', fixedPart(path)) : undefined
    return folder !== undefined && folder !== '' && survey.items(folder) !== undefined
  }
  if (kind === engineKinds.application)
    return sourcesOf(object.spec, at).flatMap(({ value }) => (isHere(value.path) ? urlOf(value.repoURL) : []))
  if (kind === engineKinds.applicationSet) {
    const sources = sourcesOf(field(object, 'spec', 'template', 'spec'), at)
    const generators = JSON.stringify(field(object, 'spec', 'generators') ?? [])
    const paths = [...generators.matchAll(/"path":"([^"]*)"/g)].map(([, path]) => path)
    return sources.flatMap(({ value }) => ([value.path, ...paths].some(isHere) ? urlOf(value.repoURL) : []))
  }
  if (kind === engineKinds.fluxInstance && isHere(field(object, 'spec', 'sync', 'path')))
    return urlOf(field(object, 'spec', 'sync', 'url'), true)
  const isBootstrap = kind === engineKinds.gitRepository && object.metadata.name === 'flux-system'
  return isBootstrap ? urlOf(field(object, 'spec', 'url'), true) : []
}

/** The folders of a path before its first placeholder or star. */
function fixedPart(path: string): string {
  const [fixed = ''] = path.split(/\{\{|[*?[]/)
  return fixed === path ? path : fixed.slice(0, Math.max(0, fixed.lastIndexOf('/')))
}

function urlOf(url: unknown, isSure = false): readonly Use[] {
  return typeof url === 'string' && !isFilledInLater(url) ? [{ url, isSure }] : []
}
