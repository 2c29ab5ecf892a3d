import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import { banner, generated, schemaNamed } from './places.ts'

/** What a generated validator is called and which type it vouches for. */
export interface Validator {
  readonly schema: string
  readonly name: string
  readonly type: string
  readonly from: string
}

/** Writes a validator that needs no compiler at run time: schemas/<schema>.schema.json → generated/validate-<schema>.js. */
export function writeValidator({ schema, name, type, from }: Validator): void {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    messages: false,
    inlineRefs: false,
    code: { source: true, esm: true },
  })
  ajv.addVocabulary(['patternWords', 'unionWords'])
  const compile = standalone.default ?? standalone
  const code = compile(ajv, ajv.compile(withoutTalk(schemaNamed(schema))))
  const imports: string[] = []
  const body = code.replace(/const (\w+) = require\("([^"]+)"\)\.default;/g, (_, variable, file) => {
    imports.push(
      `import ${variable}Module from '${file}.js';\nconst ${variable} = ${variable}Module.default ?? ${variable}Module;\n`,
    )
    return ''
  })
  const renamed = body.replace(
    /export const validate = (\w+);export default \w+;/,
    `export const ${name} = $1;`,
  )
  writeFileSync(join(generated, `validate-${schema}.js`), `${banner}${imports.join('')}${renamed}\n`)
  const types = `import type { ValidateFunction } from 'ajv'\nimport type { ${type} } from '${from}'\n\nexport declare const ${name}: ValidateFunction<${type}>\n`
  writeFileSync(join(generated, `validate-${schema}.d.ts`), banner + types)
}

/** A schema without what only readers need; `verbose` copies the rest into the code for the messages to draw on. */
function withoutTalk(schema: object): object {
  const talk = new Set(['title', 'description', 'default'])
  const isTalk = (key: string, value: unknown): boolean => talk.has(key) && typeof value !== 'object'
  return JSON.parse(JSON.stringify(schema, (key, value) => (isTalk(key, value) ? undefined : value)))
}
