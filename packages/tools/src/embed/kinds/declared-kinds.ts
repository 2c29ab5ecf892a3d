import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A kind that a package has a class for. */
export interface DeclaredKind {
  readonly apiVersion: string
  readonly kind: string
  /** Within the package, without an ending. */
  readonly module: string
}

/** The kinds of a package that somebody writes manifests of, sorted; lists are none. */
export function declaredKinds(folder: string): readonly DeclaredKind[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => file.endsWith('.d.ts') && !/^_schemas\/|(^|\/)index\.d\.ts$/.test(file))
    .sort()
    .flatMap(file => {
      const text = readFileSync(join(folder, file), 'utf8')
      const [, apiVersion] = /^ {4}"apiVersion": "([^"]+)";/m.exec(text) ?? []
      const [, kind] = /^ {4}"kind": "([^"]+)";/m.exec(text) ?? []
      if (apiVersion === undefined || kind === undefined || kind.endsWith('List')) return []
      return [{ apiVersion, kind, module: file.replace(/\.d\.ts$/, '') }]
    })
}
