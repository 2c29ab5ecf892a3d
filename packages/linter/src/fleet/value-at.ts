import type { Path } from '@espalier/model'

/** What stands at a path of a value. */
export function valueAt(object: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, step) =>
      typeof here === 'object' && here !== null
        ? Object.getOwnPropertyDescriptor(here, step)?.value
        : undefined,
    object,
  )
}
