import { type Policy, type Problem, placeOf, type Source, schemaProblems } from '@espalier/model'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Check } from '../check.ts'

/** What a check does not take of the params that a policy gives it. */
export function paramProblems({ params }: Policy, check: Check, source: Source): readonly Problem[] {
  const validate = new Ajv2020({ strict: false, allErrors: true, verbose: true }).compile(check.params)
  if (validate(params ?? {})) return []
  const at = placeOf(source, params === undefined ? [] : ['params'])
  return schemaProblems(validate.errors ?? [], params ?? {}, at).map(problem => ({
    ...problem,
    check: 'policy-shape',
    message: `${problem.message} (params of check ${check.name})`,
  }))
}
