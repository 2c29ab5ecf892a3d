import { resolve } from 'node:path'
import type { TopologyFile } from './find-topologies.ts'

/** The first of some files to be written that is a topology, which would be lost. */
export function sparedFile(
  files: readonly string[],
  topologies: readonly TopologyFile[],
  cwd: string,
): string | undefined {
  const spared = new Set(topologies.map(({ path }) => path))
  return files.find(file => spared.has(resolve(cwd, file)))
}
