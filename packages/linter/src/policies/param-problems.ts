import { type Policy, type Problem, placeOf, type Source, schemaProblems } from '@espalier/model'
import type { Check } from '../check.ts'

/** What a check does not take of the params that a policy gives it. */
export async function paramProblems(
  { params }: Policy,
  check: Check,
  source: Source,
): Promise<readonly Problem[]> {
  // Loaded late: only repositories with policies of their own need a validator that compiles schemas.
  const { Ajv2020 } = await import('ajv/dist/2020.js')
  const validate = new Ajv2020({ strict: false, allErrors: true, verbose: true }).compile(check.params)
  if (validate(params ?? {})) return []
  const at = placeOf(source, params === undefined ? [] : ['params'])
  return schemaProblems(validate.errors ?? [], params ?? {}, at).map(problem => ({
    ...problem,
    check: 'policy-shape',
    message: `${problem.message} (params of check ${check.name})`,
  }))
}
