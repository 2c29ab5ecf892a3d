import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../root.ts'
import { banner } from '../places.ts'
import { createCompiler, standaloneModule, withoutTalk } from '../standalone.ts'

const folder = join(root, 'schemas/application-networking.k8s.aws')
const generated = join(root, 'packages/linter/src/generated')

/**
 * Writes one validator for all kinds of the AWS Gateway API Controller, which takes an object under the name of its kind, so that what the
 * kinds share is compiled once; and the schema of the metadata that every kind of Kubernetes has.
 */
export function writeLattice(): void {
  const schemas = readdirSync(folder).sort().map(readSchema)
  const shared = Object.assign({}, ...schemas.map(({ $defs }) => $defs))
  const kinds = schemas.flatMap(schema => {
    const kind = schema.properties?.kind.const
    return kind === undefined ? [] : [[kind, schema] as const]
  })
  const all = {
    type: 'object',
    properties: Object.fromEntries(kinds.map(([kind]) => [kind, { $ref: `#/$defs/${kind}` }])),
    $defs: { ...shared, ...Object.fromEntries(kinds) },
  }
  const ajv = createCompiler()
  const code = standaloneModule(ajv, ajv.compile(withoutTalk(all))).replace(
    /export const validate = (\w+);export default \w+;/,
    'export const validateLattice = $1;',
  )
  const names = JSON.stringify(kinds.map(([kind]) => kind))
  writeFileSync(
    join(generated, 'validate-lattice.js'),
    `${banner}${code}export const latticeKinds = ${names};\n`,
  )
  const types = `import type { ValidateFunction } from 'ajv'\n\nexport declare const validateLattice: ValidateFunction\nexport declare const latticeKinds: readonly string[]\n`
  writeFileSync(join(generated, 'validate-lattice.d.ts'), banner + types)
  const value = `export const objectMeta: object = ${JSON.stringify(shared.metadata, null, 2)}\n`
  writeFileSync(join(generated, 'object-meta.ts'), banner + value)
}

// They refer to each other by file, for editors; here they are one.
function readSchema(file: string) {
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('definitions.json#/', '#/')
  const { $id: _, $schema: __, ...schema } = JSON.parse(text)
  return schema
}
