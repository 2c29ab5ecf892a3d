import type { Finding } from '@espalier/model'
import { findTopologies } from './find-topologies.ts'
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

/** The topologies given, else the one around; none at all is no error here. */
export async function readTerritories(
  cwd: string,
  given: readonly string[] = [],
): Promise<Result<Territories>> {
  const { value: files = [], error } = findTopologies(cwd, given)
  if (error !== undefined && given.length > 0) return { error }
  const territories: Territory[] = []
  const findings: Finding[] = []
  let usable = true
  for (const file of files) {
    const loaded = loadTopology(file)
    if (loaded.error !== undefined) return { error: loaded.error }
    findings.push(...loaded.value.findings)
    const { model } = loaded.value
    if (model === undefined) {
      usable = false
      continue
    }
    const territory = await territoryOf(file, model, cwd)
    if (territory.error !== undefined) return { error: territory.error }
    territories.push(territory.value)
  }
  const remarks = territories.flatMap(one => one.remarks)
  return { value: { territories, findings, remarks, usable } }
}
