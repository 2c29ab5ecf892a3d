import { type Place, within } from '@espalier/model'
import { type Document, readDocuments } from '../fleet/documents.ts'
import { isRecord, text } from '../fleet/fields.ts'
import { resolvePath } from '../fleet/resolve-path.ts'
import { idOf } from './id.ts'
import type { Kustomization } from './kustomization.ts'
import { readFile } from './read-file.ts'
import type { Work } from './work.ts'

/** The documents of a patch, which is a file or stands in the kustomization itself. */
export interface PatchText {
  readonly documents: readonly Document[]
  /** What begins as JSON does, and is YAML only: kustomize takes it for neither. */
  readonly isHalfJson: boolean
  readonly isInline: boolean
}

/** Reads the patch that an entry of `patches` names or holds; undefined, with a remark, where kustomize could not. */
export function readPatch(
  entry: unknown,
  at: Place,
  kustomization: Kustomization,
  work: Work,
): PatchText | undefined {
  const fields = isRecord(entry) ? entry : {}
  const [inline, path] = [text(fields.patch)?.trim(), text(fields.path)]
  if (Boolean(inline) === Boolean(path)) {
    work.remarks.push({ kind: 'broken', at, message: 'a patch has either a path or a text' })
    return undefined
  }
  return inline
    ? readInline(inline, within(at, 'patch'), work)
    : readPatchFile(path ?? '', within(at, 'path'), kustomization, work)
}

export function readPatchFile(
  path: string,
  at: Place,
  { folder }: Kustomization,
  work: Work,
): PatchText | undefined {
  const documents = readFile(resolvePath(folder, path), path, at, work)
  return (
    documents && {
      documents,
      isHalfJson: isHalfJson(documents[0]?.place.source.text ?? ''),
      isInline: false,
    }
  )
}

export function readInline(inline: string, at: Place, work: Work): PatchText | undefined {
  const { documents, faults } = readDocuments({ file: at.source.file, text: inline })
  const [fault] = faults
  if (fault !== undefined) work.remarks.push({ kind: 'broken', at, message: `the patch: ${fault.message}` })
  if (fault !== undefined) return undefined
  const own = documents.map(({ value, ambiguous }) => ({ value, place: at, ambiguous }))
  return { documents: own, isHalfJson: isHalfJson(inline), isInline: true }
}

/** True for a patch on one line, which kustomize looks for before it takes the line for a path. */
export function isPatchOnALine(line: string): boolean {
  if (!line.includes('{')) return false
  const { documents, faults } = readDocuments({ file: '', text: line })
  return faults.length === 0 && documents.length > 0 && documents.every(({ value }) => isNamed(value))
}

function isNamed(value: unknown): boolean {
  const { kind, name } = idOf(value)
  return kind !== '' && name !== ''
}

// Source: kustomize v5.8.1 api/internal/builtins/PatchTransformer.go, jsonPatchFromBytes.
function isHalfJson(patch: string): boolean {
  if (!patch.trimStart().startsWith('[')) return false
  try {
    JSON.parse(patch)
    return false
  } catch {
    return true
  }
}
