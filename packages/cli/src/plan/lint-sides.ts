import { join } from 'node:path'
import { lint, type ReportedFinding } from '@espalier/linter'
import { acrossTopologies, judge, type Model, policies as ownPolicies, type Policy } from '@espalier/model'
import type { FileSystem } from '../files/file-system.ts'
import type { TopologyFile } from '../files/find-topologies.ts'
import { readFleets } from '../files/fleet-files.ts'
import { folderOf } from '../files/folder-of.ts'
import type { Result } from '../files/result.ts'
import { type Territory, territoryOf } from '../files/territory.ts'
import { treeFiles } from '../files/tree-files.ts'
import type { Io } from '../io.ts'
import type { Side } from './plan-side.ts'
import { renderedBefore } from './rendered-before.ts'

/** A topology of one side, and the name its file has there. */
export interface NamedSide {
  readonly file: TopologyFile
  readonly side: Side
  /** What it was before, if that is another: what was rendered of it then is there no more. */
  readonly former?: readonly Model[]
}

/** What the linter finds on one side once every tree were written: in topologies, rendered and hand-written manifests. */
export async function lintSides(
  sides: readonly NamedSide[],
  under: FileSystem,
  policies: readonly Policy[],
  io: Io,
): Promise<Result<readonly ReportedFinding[]>> {
  let files = under
  for (const { file, side, former } of sides) {
    if (side.model === undefined || side.tree === undefined) continue
    const gone = await renderedBefore([side.model, ...(former ?? [])], file.root, files, side.tree)
    files = treeFiles(
      files,
      file.root,
      side.tree,
      new Set([...gone.keys()].map(path => join(file.root, path))),
    )
  }
  const territories: Territory[] = []
  for (const { file, side } of sides) {
    if (side.model === undefined) continue
    const territory = await territoryOf(file, side.model, io.cwd, files)
    if (territory.error !== undefined) return territory
    territories.push(territory.value)
  }
  const models = sides.flatMap(({ side }) => side.model ?? [])
  const also = [
    ...sides.flatMap(({ side }) => side.findings),
    ...judge(acrossTopologies(models), ownPolicies),
  ]
  const options = { policies, also, today: io.today, folder: folderOf(io.cwd) }
  // Rendered manifests alone have no findings of our own rules, which the tests of the generator prove; a fleet is large, and this is most of the work.
  const known = policies.length === ownPolicies.length && !territories.some(one => hasMore(one, sides))
  if (known) return { value: lint([], options).findings }
  const fleets = await readFleets({ cwd: io.cwd, paths: [], territories, named: [], files })
  if (fleets.error !== undefined) return fleets
  return { value: lint(fleets.value.fleets, options).findings }
}

/** True where there is anything beside what is rendered. */
function hasMore({ model, rendered, listed, beside }: Territory, sides: readonly NamedSide[]): boolean {
  const own = sides.find(({ side }) => side.model === model)
  const count = [...rendered.values()].reduce((sum, files) => sum + files.size, 0)
  const isAll = count === own?.side.tree?.size
  return !isAll || listed.size + beside.size + (model.lint.suppress ?? []).length > 0
}
