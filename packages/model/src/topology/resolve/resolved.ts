import type { Problem } from '../../finding.ts'

/** What one step of resolution made, as far as it could, and what it had to leave out. */
export interface Resolved<T> {
  readonly value: T
  readonly problems: readonly Problem[]
}

export function resolved<T>(value: T, problems: readonly Problem[] = []): Resolved<T> {
  return { value, problems }
}

/** One list and one list of problems from many steps. */
export function collect<T>(steps: readonly Resolved<T>[]): Resolved<readonly T[]> {
  return { value: steps.map(step => step.value), problems: steps.flatMap(step => step.problems) }
}

/** Order by plain code units, the same in every locale. */
export function byText<T>(...keys: readonly ((value: T) => string)[]): (a: T, b: T) => number {
  return (a, b) => {
    for (const key of keys) {
      const left = key(a)
      const right = key(b)
      if (left !== right) return left < right ? -1 : 1
    }
    return 0
  }
}
