import type { TSPropertySignature, TSSignature, TSType, TSTypeReference } from 'oxc-parser'
import { mergeShapes, type Shape } from './shape.ts'
import { createReadTypes, type Declared, importedFile, type TypeFile } from './type-file.ts'

/** Shapes of the types of a package, collected by name as they are met. */
export interface Shapes {
  readonly named: ReadonlyMap<string, Shape>
  /** The name of the shape of a type that a file declares. */
  nameOf(path: string, type: string): string
}

interface Found {
  readonly file: TypeFile
  readonly type: Declared
}

/** Types of other packages are taken over, so that the table stands alone. */
export function createShapes(): Shapes {
  const read = createReadTypes()
  const names = new Map<Declared, string>()
  const named = new Map<string, Shape>()
  return { named, nameOf: (path, type) => declaredName(find(read(path), type)) }

  function find(file: TypeFile, name: string): Found {
    const type = file.types.get(name)
    if (type !== undefined) return { file, type }
    const source = file.imports.get(name)
    if (source === undefined) throw new Error(`${file.path} has no type ${name}`)
    return find(read(importedFile(source.from, file.path)), source.name)
  }

  function declaredName({ file, type }: Found): string {
    const known = names.get(type)
    if (known !== undefined) return known
    const name = freeName(type.id.name.replace(/^I(?=[A-Z])/, ''))
    names.set(type, name)
    named.set(name, 0)
    named.set(name, shapeOfDeclared({ file, type }) ?? 0)
    return name
  }

  function shapeOfDeclared({ file, type }: Found): Shape | undefined {
    if (type.type === 'TSTypeAliasDeclaration') return shapeOf(type.typeAnnotation, file)
    const parents = type.extends.flatMap(({ expression }) =>
      expression.type === 'Identifier' && expression.name !== 'TypeMeta' ? [find(file, expression.name)] : [],
    )
    const own = type.body.body.length > 0 || parents.length === 0 ? [fieldsOf(type.body.body, file)] : []
    return [...parents.map(shapeOfDeclared), ...own].reduce(mergeShapes)
  }

  function freeName(wanted: string): string {
    let name = wanted
    for (let count = 2; named.has(name); count++) name = `${wanted}${count}`
    return name
  }

  function fieldsOf(members: readonly TSSignature[], file: TypeFile): Shape {
    const fields: Record<string, Shape> = {}
    for (const member of members) {
      if (member.type === 'TSIndexSignature')
        fields['*'] = shapeOf(member.typeAnnotation.typeAnnotation, file) ?? 0
      if (member.type === 'TSPropertySignature' && member.key.type === 'Literal')
        fields[String(member.key.value)] = fieldOf(member, file, 'kind' in fields)
    }
    // A type without fields takes any.
    return Object.keys(fields).length === 0 ? 0 : fields
  }

  function fieldOf({ key, typeAnnotation }: TSPropertySignature, file: TypeFile, isKind: boolean): Shape {
    // Controllers write what stands in the status of a kind.
    const isStatus = isKind && key.type === 'Literal' && key.value === 'status'
    return (!isStatus && typeAnnotation && shapeOf(typeAnnotation.typeAnnotation, file)) || 0
  }

  /** Nothing for what has no fields, such as text. */
  function shapeOf(type: TSType, file: TypeFile): Shape | undefined {
    switch (type.type) {
      case 'TSTypeLiteral':
        return fieldsOf(type.members, file)
      case 'TSParenthesizedType':
        return shapeOf(type.typeAnnotation, file)
      case 'TSUnionType':
      case 'TSIntersectionType':
        return type.types.map(one => shapeOf(one, file)).reduce(mergeShapes)
      case 'TSTypeReference':
        return referredShape(type, file)
      case 'TSAnyKeyword':
      case 'TSUnknownKeyword':
      case 'TSObjectKeyword':
        return 0
      default:
        return undefined
    }
  }

  function referredShape({ typeName, typeArguments }: TSTypeReference, file: TypeFile): Shape | undefined {
    const name = typeName.type === 'Identifier' ? typeName.name : ''
    const [argument] = typeArguments?.params ?? []
    if (argument !== undefined) return genericShape(name, shapeOf(argument, file))
    const target = find(file, name)
    const shape = declaredName(target)
    // Names for texts and numbers are of no use in the table.
    return named.get(shape) === 0 && target.type.type === 'TSTypeAliasDeclaration' ? undefined : shape
  }
}

function genericShape(name: string, inner: Shape | undefined): Shape | undefined {
  if (name === 'Array') return inner === undefined || inner === 0 ? undefined : [inner]
  // Exclude takes one way to fill the fields away, not the fields.
  return name === 'Exclude' ? inner : 0
}
