import type { Crd, Fleet, Step } from '@espalier/linter'
import { acrossTopologies, type Finding, judge, policies } from '@espalier/model'
import type { FileSystem } from '../files/file-system.ts'
import type { TopologyFile } from '../files/find-topologies.ts'
import { readFleets } from '../files/fleet-files.ts'
import type { NamedCluster, Roles } from '../files/named-clusters.ts'
import type { Result } from '../files/result.ts'
import { readTerritories } from '../files/territories.ts'
import type { Territory } from '../files/territory.ts'
import type { Environment } from '../git/run-git.ts'

/** What is to be linted, and where it is. */
export interface SideRequest {
  readonly cwd: string
  readonly files: FileSystem
  readonly topologies: readonly TopologyFile[]
  readonly named: readonly NamedCluster[]
  readonly roles: Roles
  readonly paths: readonly string[]
  readonly env: Environment
  /** CustomResourceDefinitions from elsewhere. */
  readonly crds: readonly Crd[]
  /** Told what is being done. */
  readonly tick?: (what: string) => void
  /** Told of each step as it is done. */
  readonly step?: Step
}

/** Everything a run of the linter starts from, of the disk or of a revision. */
export interface Side {
  readonly territories: readonly Territory[]
  /** False where a topology cannot be used: then nothing else was read. */
  readonly usable: boolean
  readonly fleets: readonly Fleet[]
  /** What is wrong with the topologies, each by itself and all together. */
  readonly findings: readonly Finding[]
  /** What is odd about the files they name, as sentences. */
  readonly remarks: readonly string[]
}

export async function readSide(request: SideRequest): Promise<Result<Side>> {
  const { cwd, files, named, roles, paths, crds, env, tick, step } = request
  const topologies = await readTerritories(cwd, request.topologies, files)
  if (topologies.error !== undefined) return topologies
  const { territories, findings, remarks, usable } = topologies.value
  if (!usable) return { value: { territories, usable, fleets: [], findings, remarks } }
  const read = await readFleets({
    cwd,
    paths,
    territories,
    named,
    roles,
    crds,
    files,
    env,
    ...(tick && { tick }),
    ...(step && { step }),
  })
  if (read.error !== undefined) return read
  const { fleets, remarks: more } = read.value
  const across = judge(acrossTopologies(territories.map(({ model }) => model)), policies)
  return {
    value: {
      territories,
      usable,
      fleets,
      findings: [...findings, ...across],
      remarks: [...remarks, ...more],
    },
  }
}
