import { field, text } from './fields.ts'

/** The name of the AppProject that the spec of an Application names. */
export function projectName(spec: unknown): string {
  return text(field(spec, 'project')) || 'default'
}
