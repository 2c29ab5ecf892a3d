import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

/** Whether something is SARIF 2.1.0, by the published schema. */
export function sarifSchema(): ValidateFunction {
  const file = import.meta.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
  // It is of draft 4, and but for these two fields and one pattern what it uses of that is the same in later drafts.
  const { $schema, id, ...schema } = JSON.parse(readFileSync(fileURLToPath(file), 'utf8'))
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats.default(ajv)
  return ajv.compile(schema)
}
