import { isMutable, type Mutable, own, set } from './copy.ts'
import { type Id, idOf } from './id.ts'

/** Where a transformer of kustomize changes something, in the words of its `configurations`. */
export interface FieldSpec {
  readonly group?: string
  readonly version?: string
  readonly kind?: string
  /** `spec/template/metadata/labels`; lists on the way are entered by themselves. */
  readonly path: string
  readonly create?: boolean
}

type Selector = Pick<FieldSpec, 'group' | 'version' | 'kind'>

/** True where each part that a selector names is the same. */
export function isSelected(id: Pick<Id, 'group' | 'version' | 'kind'>, selector: Selector): boolean {
  const { group = '', version = '', kind = '' } = selector
  return (
    (group === '' || group === id.group) &&
    (version === '' || version === id.version) &&
    (kind === '' || kind === id.kind)
  )
}

/** Calls back for every field of an object that the path means, with the mapping that has it, or shall get it. */
export function visitFields(
  object: Mutable,
  spec: FieldSpec,
  visit: (mapping: Mutable, key: string) => void,
): void {
  if (isSelected(idOf(object), spec)) walk(object, stepsOf(spec.path), spec.create === true, visit)
}

/** A `/` that belongs to a key is escaped. */
function stepsOf(path: string): readonly string[] {
  return path.split(/(?<!\\)\//).map(step => step.replaceAll('\\/', '/'))
}

function walk(
  here: unknown,
  steps: readonly string[],
  create: boolean,
  visit: (mapping: Mutable, key: string) => void,
): void {
  if (Array.isArray(here)) for (const item of here) walk(item, steps, create, visit)
  const [step, ...left] = steps
  if (!isMutable(here) || step === undefined) return
  const key = step.replace(/\[\]$/, '')
  const mayCreate = create && key === step
  const isThere = Object.hasOwn(here, key)
  if (!isThere && !mayCreate) return
  if (left.length === 0) visit(here, key)
  else {
    if (mayCreate && (own(here, key) ?? null) === null) set(here, key, {})
    walk(own(here, key), left, create, visit)
  }
}
