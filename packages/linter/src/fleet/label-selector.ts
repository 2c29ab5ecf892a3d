import { field, list, record, text } from './fields.ts'

/** One condition of a Kubernetes label selector. */
export interface Requirement {
  readonly key: string
  readonly operator: string
  readonly values: readonly string[]
}

/** Everything that a label selector demands at once; `matchLabels` in the words of `matchExpressions`. */
export function requirementsOf(selector: unknown): readonly Requirement[] {
  const labels = Object.entries(record(field(selector, 'matchLabels'))).map(([key, value]) => ({
    key,
    operator: 'In',
    values: [text(value) ?? ''],
  }))
  const expressions = list(field(selector, 'matchExpressions')).map(one => ({
    key: text(field(one, 'key')) ?? '',
    operator: text(field(one, 'operator')) ?? '',
    values: list(field(one, 'values')).flatMap(value => text(value) ?? []),
  }))
  return [...labels, ...expressions]
}

/** False where labels surely miss a requirement; an operator that nobody knows is not ours to judge. */
export function meets(labels: ReadonlyMap<string, string>, { key, operator, values }: Requirement): boolean {
  const value = labels.get(key)
  if (operator === 'In') return value !== undefined && values.includes(value)
  if (operator === 'NotIn') return value === undefined || !values.includes(value)
  if (operator === 'Exists') return value !== undefined
  return operator !== 'DoesNotExist' || value === undefined
}

/** `team=shop`, `team in (shop, tea)`, `!team`, as kubectl writes it. */
export function requirementText({ key, operator, values }: Requirement): string {
  const [value] = values
  if (operator === 'Exists') return key
  if (operator === 'DoesNotExist') return `!${key}`
  if (values.length === 1) return `${key}${operator === 'NotIn' ? '!=' : '='}${value}`
  return `${key} ${operator === 'NotIn' ? 'notin' : 'in'} (${values.join(', ')})`
}
