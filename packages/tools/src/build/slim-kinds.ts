import { readFileSync } from 'node:fs'
import type { Plugin } from 'esbuild'

/**
 * Bundles the validators of @kubernetes-models without what nobody asks of them here: the texts of errors, a hundred kilobytes of formats
 * that no schema names, and in the compiled code what ajv tells of parents and schema paths.
 */
export const slimKinds: Plugin = {
  name: 'slim-kinds',
  setup(build) {
    build.onResolve({ filter: /^@kubernetes-models\/validate$/ }, ({ path }) => ({
      path,
      namespace: 'slim-kinds',
    }))
    build.onLoad({ filter: /./, namespace: 'slim-kinds' }, () => ({ contents: validate, loader: 'js' }))
    build.onLoad({ filter: /@?kubernetes-models.*[\\/]_schemas[\\/]\w+\.js$/ }, ({ path }) => ({
      contents: slim(readFileSync(path, 'utf8')),
      loader: 'js',
    }))
  },
}

// The formats that the linter trusts (sure-errors.ts); what the others say is passed over.
const validate = `
export function runValidateFunc(validate, object) {
  if (!validate(object)) throw Object.assign(new Error('not valid'), { errors: validate.errors })
}
const anything = { validate: () => true }
export const formats = {
  quantity: { validate: /^[+-]?(\\d+\\.?\\d*|\\.\\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\\d+)?$/ },
  int32: { validate: number => Number.isInteger(number) && number >= -(2 ** 31) && number < 2 ** 31 },
  int64: { validate: Number.isInteger },
  byte: { validate: text => /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}(==|[A-Za-z0-9+/]=))?$/.test(text.replace(/[\\r\\n]/g, '')) },
  double: anything,
  'date-time': anything,
}
`

function slim(code: string): string {
  const slimmed = code
    .replace(/,parentData:\w+,parentDataProperty:[^,]+,rootData\}/g, '}')
    .replaceAll(',parentData,parentDataProperty,rootData}', '}')
    .replaceAll(',parentData,parentDataProperty,rootData=data}', '}')
    .replace(/schemaPath:"[^"]*",/g, '')
  // A name that is still used would be found out only by the object that needs it.
  const left = /parentData|rootData|schemaPath/.exec(slimmed)
  if (left !== null) throw new Error(`compiled schemas speak of ${left[0]} in another way than is known`)
  return slimmed
}
