import type { EngineObject } from './engine-objects.ts'

/** The forms in which deliveries bring objects, each once, whoever makes it: deliveries that bring each other make few forms in many ways. */
export interface Forms {
  /** True where there are so many that nobody can have meant them. */
  readonly isFull: () => boolean
  /** The object of a form; new ones are said to be made by a delivery. */
  of(written: EngineObject, made: EngineObject, by: EngineObject): EngineObject
}

export function createForms(most = 5000): Forms {
  const known = new Map<EngineObject, Map<string, EngineObject>>()
  let count = 0
  return {
    isFull: () => count >= most,
    of(written, made, by) {
      const forms = known.get(written) ?? new Map<string, EngineObject>()
      known.set(written, forms)
      const key = JSON.stringify(made.object)
      const form = forms.get(key) ?? { ...made, made: { of: written, by } }
      if (!forms.has(key)) count++
      forms.set(key, form)
      return form
    },
  }
}
