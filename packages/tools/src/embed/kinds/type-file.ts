import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  type ExportNamedDeclaration,
  type ImportDeclaration,
  parseSync,
  type TSInterfaceDeclaration,
  type TSTypeAliasDeclaration,
} from 'oxc-parser'
import { packageFolder } from './package-folder.ts'

export type Declared = TSInterfaceDeclaration | TSTypeAliasDeclaration

/** A declaration file by its syntax alone: the types it declares, and where it has others from. */
export interface TypeFile {
  readonly path: string
  /** By every name they have in the file, or are exported under. */
  readonly types: ReadonlyMap<string, Declared>
  readonly imports: ReadonlyMap<string, Import>
}

interface Import {
  readonly name: string
  readonly from: string
}

/** Reads declaration files, each at most once. */
export function createReadTypes(): (path: string) => TypeFile {
  const files = new Map<string, TypeFile>()
  return path => {
    const file = files.get(path) ?? readTypes(path)
    files.set(path, file)
    return file
  }
}

function readTypes(path: string): TypeFile {
  const { program, errors } = parseSync(path, readFileSync(path, 'utf8'))
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const imports = program.body.flatMap(statement =>
    statement.type === 'ImportDeclaration' ? importsOf(statement) : [],
  )
  const exported = program.body.filter(statement => statement.type === 'ExportNamedDeclaration')
  const types = new Map(exported.flatMap(({ declaration }) => declaredBy(declaration)))
  for (const { local, exported: name } of exported.flatMap(({ specifiers }) => specifiers)) {
    const own = types.get(nameOf(local))
    if (own !== undefined) types.set(nameOf(name), own)
  }
  return { path, types, imports: new Map(imports) }
}

function importsOf({ specifiers, source }: ImportDeclaration): readonly (readonly [string, Import])[] {
  return specifiers.flatMap(one =>
    one.type === 'ImportSpecifier'
      ? [[one.local.name, { name: nameOf(one.imported), from: source.value }] as const]
      : [],
  )
}

function declaredBy(
  declaration: ExportNamedDeclaration['declaration'],
): readonly (readonly [string, Declared])[] {
  const isType =
    declaration?.type === 'TSInterfaceDeclaration' || declaration?.type === 'TSTypeAliasDeclaration'
  return isType ? [[declaration.id.name, declaration]] : []
}

function nameOf(name: { readonly type: string; readonly name?: string; readonly value?: unknown }): string {
  return name.name ?? String(name.value)
}

/** The declaration file that an import leads to. */
export function importedFile(from: string, file: string): string {
  if (from.startsWith('.')) return join(dirname(file), from.replace(/\.js$/, '.d.ts'))
  const [scope = '', ...steps] = from.split('/')
  const name = scope.startsWith('@') ? `${scope}/${steps.shift()}` : scope
  const path = join(packageFolder(name, dirname(file)), `${steps.join('/')}.d.ts`)
  if (!existsSync(path)) throw new Error(`${file} imports ${from}, which is not there`)
  return path
}
