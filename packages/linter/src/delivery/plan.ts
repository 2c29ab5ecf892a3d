import type { Place } from '@espalier/model'
import type { Instead } from './as-delivered.ts'
import type { Toward } from './cluster-names.ts'
import type { Delivered, Destination } from './delivery.ts'
import type { EngineObject } from './engine-objects.ts'

/** What an object delivers, while nobody has looked yet in which cluster the object is. */
export interface Plan {
  /** Where the object is written. */
  readonly by: EngineObject
  /** The object itself, or the Application that an ApplicationSet makes. */
  readonly object: EngineObject['object']
  readonly title: string
  readonly toward: Toward
  readonly towardAt: Place
  readonly destination?: Destination
  readonly what: Delivered
  /** The objects of engines among that which come otherwise than they are written. */
  readonly instead?: Instead
}
