import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { banner, generated, schemaNamed } from './places.ts'
import { createCompiler, standaloneModule, withoutTalk } from './standalone.ts'

/** What a generated validator is called and which type it vouches for. */
export interface Validator {
  readonly schema: string
  readonly name: string
  readonly type: string
  readonly from: string
}

/** Writes a validator that needs no compiler at run time: schemas/<schema>.schema.json → generated/validate-<schema>.js. */
export function writeValidator({ schema, name, type, from }: Validator): void {
  const ajv = createCompiler()
  const code = standaloneModule(ajv, ajv.compile(withoutTalk(schemaNamed(schema)))).replace(
    /export const validate = (\w+);export default \w+;/,
    `export const ${name} = $1;`,
  )
  writeFileSync(join(generated, `validate-${schema}.js`), `${banner}${code}`)
  const types = `import type { ValidateFunction } from 'ajv'\nimport type { ${type} } from '${from}'\n\nexport declare const ${name}: ValidateFunction<${type}>\n`
  writeFileSync(join(generated, `validate-${schema}.d.ts`), banner + types)
}
