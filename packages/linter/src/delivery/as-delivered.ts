import { group, placeKey } from '@espalier/model'
import { folderOf } from '../fleet/kustomization.ts'
import { isFollowed } from '../fleet/kustomized.ts'
import { type Build, build } from '../kustomize/build.ts'
import type { Building } from './building.ts'
import { delivering, type EngineObject, engineObjectsOf } from './engine-objects.ts'
import type { Forms } from './forms.ts'
import type { Plan } from './plan.ts'

/** By an object as it is written: what a delivery makes of it, which may be nothing, or several. */
export type Instead = ReadonlyMap<EngineObject, readonly EngineObject[]>

interface Known {
  readonly inFile: ReadonlyMap<string, readonly EngineObject[]>
  /** Objects that kustomizations change in ways that matter. */
  readonly patched: ReadonlyMap<EngineObject, string>
  readonly building: Building
  readonly forms: Forms
}

/** The longest chain of deliveries that change one another; who makes more goes in a circle. */
const most = 8

/** The objects of engines that a delivery does not bring as they are written. */
export function asDelivered(plan: Plan, { inFile, patched, building, forms }: Known): Instead {
  const { by, what } = plan
  if (what.plain && what.made === undefined) return new Map()
  const reached = what.files.flatMap(file => inFile.get(file) ?? [])
  if (!reached.some(({ kind }) => delivering.includes(kind))) return new Map()
  if (depthOf(by) === most || forms.isFull()) return new Map()
  const builds = buildsOf(plan, building)
  if (!what.plainBuild || builds.some(one => !isFollowed(one))) return new Map()
  const objects = builds.flatMap(({ documents }) => engineObjectsOf('', { documents, faults: [] }))
  const made = group(objects, ({ at }) => placeKey(at))
  const read = new Set(builds.flatMap(({ texts }) => [...texts.keys()].map(({ file }) => file)))
  const instead = reached
    .filter(({ at }) => read.has(at.source.file))
    .map(
      written =>
        [
          written,
          (made.get(placeKey(written.at)) ?? []).map(one => ({ ...one, path: written.path })),
        ] as const,
    )
    .filter(([written, now]) => patched.has(written) || now.length !== 1 || !isSame(now[0], written))
  return new Map(
    instead.map(([written, now]) => [
      written,
      now.map(one => sooner(one, written, by) ?? forms.of(written, one, by)),
    ]),
  )
}

/** The object as it is written, of one that a delivery has changed. */
export function writtenOf(object: EngineObject): EngineObject {
  return object.made?.of ?? object
}

function buildsOf({ what }: Plan, { files, named, read }: Building): readonly Build[] {
  if (what.made !== undefined) return [what.made]
  return what.roots.map(root => build(named(folderOf(root)), files, read))
}

/** What delivers itself comes to be one object in the end, whoever makes it. */
function sooner(made: EngineObject, of: EngineObject, by: EngineObject): EngineObject | undefined {
  for (let one: EngineObject | undefined = by; one !== undefined; one = one.made?.by)
    if (writtenOf(one) === of && isSame(one, made)) return one
  return undefined
}

function isSame(one: EngineObject | undefined, other: EngineObject): boolean {
  return JSON.stringify(one?.object) === JSON.stringify(other.object)
}

function depthOf(object: EngineObject): number {
  return object.made === undefined ? 0 : 1 + depthOf(object.made.by)
}
