import type { Problem } from '../finding.ts'
import { fieldOf } from '../schema-words.ts'
import { type Place, within } from '../source.ts'

/** What YAML can say and JSON cannot, or not exactly, anywhere in a value: no manifest could hold it. */
export function plainDataProblems(value: unknown, root: Place): readonly Problem[] {
  const problems: Problem[] = []
  // The path is kept while walking, since only what is odd needs a place of its own.
  const path: (string | number)[] = []
  visit(value)
  return problems

  function visit(inner: unknown): void {
    if (Array.isArray(inner)) for (const [index, item] of inner.entries()) step(index, item)
    else if (isMapping(inner)) for (const [key, item] of Object.entries(inner)) step(key, item)
    else report(oddity(inner))
  }

  function step(key: string | number, item: unknown): void {
    path.push(key)
    visit(item)
    path.pop()
  }

  function report(odd: string | undefined): void {
    if (odd === undefined) return
    const at = within(root, ...path)
    problems.push({ check: 'wrong-value', message: `${fieldOf(at)} is ${odd}`, at })
  }
}

function isMapping(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function oddity(value: unknown): string | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined
  if (typeof value !== 'number')
    return 'made by a tag of YAML, but must be plain data: leave the tag out, and write the text in quotes'
  if (!Number.isFinite(value)) return `${value}, but must be a finite number`
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return undefined
  return 'a whole number beyond 2^53, of which digits would be lost; write it in quotes if text will do'
}
