import type { Finding, Outcome, Problem, Severity } from './finding.ts'
import { validatePolicy } from './generated/validate-policy.js'
import { schemaProblems } from './schema-problems.ts'
import { placeOf, type Source } from './source.ts'
import { readYaml } from './yaml/read.ts'

/** A rule as data (schemas/policy.schema.json): the check it names finds, the policy judges. */
export interface Policy {
  readonly id: string
  readonly check: string
  readonly severity: Severity
  readonly claims: 'presence' | 'absence'
  readonly title: string
  readonly why: string
  readonly remedy: string
  readonly source?: readonly string[]
  readonly params?: Readonly<Record<string, unknown>>
  /** What rules of other areas say of an object that breaks this one is left out until it has moved. */
  readonly displaces?: boolean
  /** Its finding is left out where a rule of another area, as severe, says something of the same field: that one knows more. */
  readonly yields?: boolean
  readonly profiles?: readonly ('recommended' | 'permissive')[]
  /** Small fleets that the rule is tried on. */
  readonly cases?: {
    readonly pass: readonly PolicyCase[]
    readonly fail: readonly PolicyCase[]
  }
}

/** The clusters of a small fleet, by name; lines that must be flagged end with `# ✗`. */
export type PolicyCase = Readonly<
  Record<
    string,
    {
      readonly role?: 'config' | 'workload' | 'none'
      readonly complete?: boolean
      readonly manifests: string
    }
  >
>

/** Built-in and user policies travel this one road from text to value. */
export function parsePolicy(source: Source): Outcome<Policy> {
  const { documents, faults } = readYaml(source)
  const [fault] = faults
  if (fault !== undefined)
    return { problems: [{ check: 'policy-shape', message: fault.message, at: fault.at }] }
  const value = documents[0]?.value
  if (validatePolicy(value)) return { value, problems: [] }
  const problems = schemaProblems(validatePolicy.errors ?? [], value, placeOf(source))
  return { problems: problems.map(problem => ({ ...problem, check: 'policy-shape' })) }
}

/** Gives problems the severity and remedy of the policy that names their check. */
export function judge(problems: readonly Problem[], policies: readonly Policy[]): readonly Finding[] {
  return problems.map(({ check, message, at, related = [] }) => {
    const policy = policies.find(one => one.check === check)
    if (policy === undefined) throw new Error(`no policy names the check ${check}`)
    return { rule: policy.id, severity: policy.severity, message, at, related, remedy: policy.remedy }
  })
}
