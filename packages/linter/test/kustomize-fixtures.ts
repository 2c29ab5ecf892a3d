import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Source } from '@espalier/model'

/** fixtures/kustomize: a folder with expected.yaml is built to that; one with `refused` is what kustomize refuses. */
export const kustomizeRoot: string = fileURLToPath(new URL('../../../fixtures/kustomize/', import.meta.url))

const files = readdirSync(kustomizeRoot, { recursive: true, encoding: 'utf8', withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(({ parentPath, name }) => `${parentPath}/${name}`.replaceAll('\\', '/').slice(kustomizeRoot.length))
  .sort()

export function foldersWith(name: string): readonly string[] {
  return files.filter(file => file.endsWith(`/${name}`)).map(file => file.slice(0, -name.length - 1))
}

/** Every file of the fixtures, named from their root. */
export const kustomizeSources: readonly Source[] = files.map(file => ({
  file,
  text: readFileSync(kustomizeRoot + file, 'utf8'),
}))

export function textOf(file: string): string {
  return readFileSync(kustomizeRoot + file, 'utf8')
}
