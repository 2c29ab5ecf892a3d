import type { Shape } from './shape.ts'

/** True for a kind of which a package knows no more than that it is one: of its other fields nothing can be said. */
export function isBare(shape: Shape | undefined): boolean {
  return typeof shape === 'object' && Object.keys(shape).sort().join() === 'apiVersion,kind,metadata'
}
