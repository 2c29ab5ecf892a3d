import { resolve } from 'node:path'
import { type Crd, readCrds } from '@espalier/linter'
import { createLocate, type Source } from '@espalier/model'
import { display } from './display.ts'
import { listManifests } from './list-manifests.ts'
import { readText } from './read-text.ts'
import type { Result } from './result.ts'

/** The CustomResourceDefinitions in the files and folders that --crds names; each must hold one. */
export function crdFiles(cwd: string, given: readonly string[] = []): Result<readonly Crd[]> {
  const crds: Crd[] = []
  for (const path of given) {
    const { value, error } = crdsIn(path, cwd)
    if (error !== undefined) return { error: `--crds: ${error}` }
    if (value.length === 0) return { error: `--crds ${path}: no CustomResourceDefinition is there` }
    crds.push(...value)
  }
  return { value: crds }
}

function crdsIn(path: string, cwd: string): Result<readonly Crd[]> {
  const files = listManifests(resolve(cwd, path), cwd)
  if (files.error !== undefined) return files
  const sources: Source[] = []
  for (const file of files.value) {
    const { value: text, error } = readText(file)
    if (error !== undefined) return { error: `${display(file, cwd)} cannot be read: ${error}` }
    sources.push({ file: display(file, cwd), text })
  }
  const { value = [], problems } = readCrds(sources)
  const [problem] = problems
  if (problem === undefined) return { value }
  const { file, line, column } = createLocate()(problem.at)
  return { error: `${file}:${line}:${column}: ${problem.message}` }
}
