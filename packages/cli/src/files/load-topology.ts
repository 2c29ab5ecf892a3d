import { dirname, resolve } from 'node:path'
import { type Finding, judge, type Model, policies } from '@espalier/model'
import { diskFiles } from './disk-files.ts'
import type { FileSystem } from './file-system.ts'
import type { TopologyFile } from './find-topologies.ts'
import { readText } from './read-text.ts'
import type { Result } from './result.ts'

export interface LoadedTopology {
  readonly file: TopologyFile
  /** Absent where the topology cannot be used; the findings say why. */
  readonly model?: Model
  /** Of a topology that cannot be used: what could be made of it, for finding more that is wrong. */
  readonly partial?: Model
  readonly findings: readonly Finding[]
}

/** Reads a topology. Its places name the file as users see it; the model's source, and so every header, as the repository does. */
export async function loadTopology(
  file: TopologyFile,
  files: FileSystem = diskFiles,
): Promise<Result<LoadedTopology>> {
  const text = readText(file.path, files)
  if (text.error !== undefined) return { error: `${file.file} cannot be read: ${text.error}` }
  const source = { file: file.file, text: text.value }
  // Loaded late: its validator is large, and many repositories have no topology.
  const { readTopology } = await import('@espalier/model/topology')
  const { value, problems } = readTopology(source, path => readNamed(path, file, files))
  const findings = judge(problems, policies)
  const usable = value !== undefined && findings.every(finding => finding.severity !== 'error')
  return {
    value: usable
      ? { file, model: { ...value, source: { ...source, file: file.name } }, findings }
      : { file, findings, ...(value && { partial: value }) },
  }
}

/** What a topology names is read from its own repository only; a pipe is no file, and would never end. */
function readNamed(name: string, { path, root }: TopologyFile, files: FileSystem): string | undefined {
  const named = resolve(dirname(path), name)
  if (!files.isReallyInside(named, root) || files.kindOf(named) !== 'file') return undefined
  return readText(named, files).value
}
