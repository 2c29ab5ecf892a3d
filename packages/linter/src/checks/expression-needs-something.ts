import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { fieldName } from '../fleet/field-name.ts'
import { kinds } from '../fleet/kinds.ts'
import { title } from '../fleet/title.ts'
import { valuesAt } from '../fleet/values.ts'

/** A health expression of Flux is not true of an empty list. */
export const expressionNeedsSomething: Check = {
  name: 'expression-needs-something',
  params: noParams,
  *find(fleet) {
    for (const entry of fleet.ofKind([kinds.kustomization])) {
      for (const { value, at } of valuesAt(entry, 'spec.healthCheckExprs.*.current')) {
        if (typeof value !== 'string' || !isTrueOfNothing(value)) continue
        yield {
          at,
          entry,
          message: `${fieldName(entry, at)} of ${title(entry)} is true of an object that has none of the conditions yet`,
        }
      }
    }
  },
}

// Whoever asks for existence or size has thought of it.
function isTrueOfNothing(expression: string): boolean {
  const judgesAll = expression.includes('.filter(') && /\)\s*\.all\(/.test(expression)
  return judgesAll && !/\b(exists|exists_one|size)\(/.test(expression)
}
