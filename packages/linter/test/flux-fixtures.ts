import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { attribute, readTexts } from '@espalier/linter'
import type { Source } from '@espalier/model'
import type { Build } from '../src/kustomize/build.ts'
import { filesOf } from '../src/kustomize/files-of.ts'
import { repositoryOf } from './repository-of.ts'

/** fixtures/flux: repositories whose flux.yaml is a Kustomization; it makes of its path what expected.yaml holds. */
export const fluxRoot: string = fileURLToPath(new URL('../../../fixtures/flux/', import.meta.url))

export const fluxFixtures: readonly string[] = readdirSync(fluxRoot).sort()

/** The files of a fixture, named from its folder. */
export function fluxSources(fixture: string): readonly Source[] {
  const folder = `${fluxRoot}${fixture}`
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name !== 'expected.yaml')
    .map(({ parentPath, name }) => `${parentPath}/${name}`.replaceAll('\\', '/').slice(folder.length + 1))
    .sort()
    .map(file => ({ file, text: readFileSync(`${folder}/${file}`, 'utf8') }))
}

/** What the Kustomization in flux.yaml makes of its path. */
export function madeByFlux(sources: readonly Source[], isLinted = isYaml): Build | undefined {
  const linted = sources.filter(({ file }) => isLinted(file))
  const { deliveries } = attribute({
    repository: repositoryOf(sources, linted),
    models: [],
    read: readTexts(linted),
    files: filesOf(sources),
    given: () => [],
  })
  return deliveries.find(({ at }) => at.source.file === 'flux.yaml')?.what.made
}

function isYaml(file: string): boolean {
  return /\.ya?ml$/.test(file)
}
