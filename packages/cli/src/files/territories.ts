import type { Finding } from '@espalier/model'
import type { FileSystem } from './file-system.ts'
import type { TopologyFile } from './find-topologies.ts'
import { loadTopology } from './load-topology.ts'
import type { Result } from './result.ts'
import { type Territory, territoryOf } from './territory.ts'

export interface Territories {
  readonly territories: readonly Territory[]
  /** What is wrong with the topologies, in the order they were given. */
  readonly findings: readonly Finding[]
  /** What is odd about the files they name, as sentences. */
  readonly remarks: readonly string[]
  /** False where at least one of them cannot be used. */
  readonly usable: boolean
}

/** What each of some topologies gives to its clusters. */
export async function readTerritories(
  cwd: string,
  topologies: readonly TopologyFile[],
  files: FileSystem,
): Promise<Result<Territories>> {
  const territories: Territory[] = []
  const findings: Finding[] = []
  let usable = true
  for (const file of topologies) {
    const loaded = await loadTopology(file, files)
    if (loaded.error !== undefined) return { error: loaded.error }
    findings.push(...loaded.value.findings)
    const { model } = loaded.value
    if (model === undefined) {
      usable = false
      continue
    }
    const territory = await territoryOf(file, model, cwd, files)
    if (territory.error !== undefined) return { error: territory.error }
    territories.push(territory.value)
  }
  const remarks = territories.flatMap(one => one.remarks)
  return { value: { territories, findings, remarks, usable } }
}
