import { Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'

/** An ajv whose validators can be written down. */
export function createCompiler(): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    messages: false,
    inlineRefs: false,
    code: { source: true, esm: true },
  })
  return ajv.addVocabulary(['patternWords', 'unionWords'])
}

/** The code of validators as an ES module that imports what it needs. */
export function standaloneModule(...args: Parameters<(typeof standalone)['default']>): string {
  const compile = standalone.default ?? standalone
  const imports: string[] = []
  const body = compile(...args).replace(
    /const (\w+) = require\("([^"]+)"\)\.default;/g,
    (_, variable, file) => {
      imports.push(
        `import ${variable}Module from '${file}.js';\nconst ${variable} = ${variable}Module.default ?? ${variable}Module;\n`,
      )
      return ''
    },
  )
  return `${imports.join('')}${body}\n`
}

/** A schema without what only readers need; `verbose` copies the rest into the code for the messages to draw on. */
export function withoutTalk(schema: object): object {
  const talk = new Set(['title', 'description', 'default'])
  const isTalk = (key: string, value: unknown): boolean => talk.has(key) && typeof value !== 'object'
  return JSON.parse(JSON.stringify(schema, (key, value) => (isTalk(key, value) ? undefined : value)))
}
