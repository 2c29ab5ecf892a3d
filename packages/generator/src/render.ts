import { type FileTree, fullName, groupKind, identity, type Model, type Problem } from '@espalier/model'
import type { Unit } from './engine.ts'
import { engineOf } from './engine-of.ts'
import type { Extensions } from './extension.ts'
import { scopeFolder } from './layout.ts'
import type { Placed } from './placed.ts'
import { providers } from './registry.ts'
import { unitsOf } from './units.ts'
import { writeFiles } from './write-files.ts'

export interface Rendering {
  readonly tree: FileTree
  /** Not empty: the tree is, and nothing may be written. */
  readonly problems: readonly Problem[]
}

/** What the providers and the engine cannot express of a model. */
export function refuse(model: Model): readonly Problem[] {
  return [...providers.flatMap(provider => provider.refuse(model)), ...engineOf(model).refuse(model)]
}

/** The files of all clusters; the same model gives the same bytes. */
export function render(model: Model, extensions?: Extensions): Rendering {
  const refused = refuse(model)
  if (refused.length > 0) return { tree: new Map(), problems: refused }
  const engine = engineOf(model)
  const { units, problems: failures } = unitsOf(model, extensions)
  if (failures.length > 0) return { tree: new Map(), problems: failures }
  const placed = [...[...units.values()].flat().flatMap(placedIn), ...engine.deliver(model, units)]
  const problems = meetings(placed)
  if (problems.length > 0) return { tree: new Map(), problems }
  return { tree: writeFiles(model, engine, units, placed), problems }
}

function placedIn({ cluster, folder, objects }: Unit): readonly Placed[] {
  return objects.map(({ object, from }) => ({ cluster, folder: scopeFolder(folder, object), object, from }))
}

/** Objects that meet in one name; two entries that meet in several objects are named once. */
function meetings(placed: readonly Placed[]): readonly Problem[] {
  const first = new Map<string, Placed>()
  const said = new Set<string>()
  return placed.flatMap(one => {
    const key = `${one.cluster.name} ${identity(one.object)}`
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, one)
      return []
    }
    const pair = JSON.stringify([before.from.path, one.from.path])
    if (said.has(pair)) return []
    said.add(pair)
    const message = `this and another entry would both be rendered as ${groupKind(one.object)} ${fullName(one.object)} in cluster ${one.cluster.name}`
    const related = [{ at: before.from, message: 'the other entry' }]
    return { check: 'derived-name-conflict', message, at: one.from, related }
  })
}
