import { isRecord, record } from '../fleet/fields.ts'

/** A field by which a Kustomization of Flux changes what lies in its path, as far as a rule looks. */
export interface FluxChange {
  readonly name: string
  /** The field of the kustomization whose place it takes. */
  readonly replaces?: string
  /** It may change who an object is, or anything else of it. */
  readonly moves: boolean
  /** It is of an older API, and not applied. */
  readonly isOlder: boolean
}

const changes: readonly FluxChange[] = [
  { name: 'targetNamespace', replaces: 'namespace', moves: true, isOlder: false },
  { name: 'namePrefix', replaces: 'namePrefix', moves: true, isOlder: false },
  { name: 'nameSuffix', replaces: 'nameSuffix', moves: true, isOlder: false },
  { name: 'patches', moves: true, isOlder: false },
  { name: 'patchesStrategicMerge', moves: true, isOlder: true },
  { name: 'patchesJson6902', moves: true, isOlder: true },
  { name: 'components', moves: true, isOlder: false },
  { name: 'commonMetadata', moves: false, isOlder: false },
]

/** The fields of a Kustomization that change something; an empty one does as little as none. */
export function fluxChanges(spec: unknown): readonly FluxChange[] {
  const fields = record(spec)
  return changes.filter(({ name }) => Object.hasOwn(fields, name) && saysSomething(fields[name]))
}

function saysSomething(value: unknown): boolean {
  if (Array.isArray(value) || isRecord(value)) return Object.keys(value).length > 0
  return value !== null && value !== ''
}
