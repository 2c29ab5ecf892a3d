import { isRecord } from '../../fleet/fields.ts'
import { goExpression } from './go-expression.ts'
import { flatten, type Params } from './params.ts'

/** Fills every text of a template; a placeholder whose value the files do not say stays as it is. */
export function fill(template: unknown, params: Params, isGo: boolean): unknown {
  const flat = isGo ? undefined : flatten(params)
  const fillText = (text: string): string =>
    text.replace(/\{\{-?([^{}]*?)-?\}\}/g, (whole, inner: string) => {
      const expression = inner.trim()
      return (flat === undefined ? goExpression(expression, params) : flat.get(expression)) ?? whole
    })
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return fillText(value)
    if (Array.isArray(value)) return value.map(walk)
    if (!isRecord(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [fillText(key), walk(one)]))
  }
  return walk(template)
}
