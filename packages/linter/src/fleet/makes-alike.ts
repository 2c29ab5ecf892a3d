import { field, list, record } from './fields.ts'

/** True for the spec of an ApplicationSet of which the template alone says what it makes, but for the parameters. */
export function makesAlike(spec: unknown): boolean {
  const isFixed = list(field(spec, 'generators')).every(generator =>
    Object.values(record(generator)).every(one => field(one, 'template') === undefined),
  )
  return isFixed && field(spec, 'templatePatch') === undefined
}
