import { textScalar } from '@espalier/model'

/** A text as YAML has it, in a list on one line too: whatever a user typed stays one value. */
export function yamlText(value: string): string {
  return /[,[\]{}]/.test(value) ? JSON.stringify(value) : textScalar(value)
}
