import { field, isRecord } from '../fleet/fields.ts'
import { isMutable, own, set } from './copy.ts'

/** A field of a mapping or an item of a list, to read and to write. */
export interface Slot {
  readonly container: object
  readonly key: string | number
  readonly value: unknown
  write(value: unknown): void
}

/** `spec.rules.[name=main].backendRefs.0.port`; a key with dots stands in brackets, or has them escaped. */
export function stepsOf(path: string): readonly string[] {
  const steps = path.match(/\[[^\]]*\]|(?:\\.|[^.\\[])+/g) ?? []
  return steps.map(step => (/^\[[^=]*\]$/.test(step) ? step.slice(1, -1) : step.replaceAll('\\.', '.')))
}

/** The slots that a path of a replacement means; with `create`, what is missing at its end is made. */
export function slotsAt(value: unknown, steps: readonly string[], create: boolean): readonly Slot[] {
  const [step, ...left] = steps
  if (step === undefined) return []
  return nextOf(value, step, create).flatMap(slot => {
    if (left.length === 0) return [slot]
    if (create && slot.value === undefined) slot.write(/^(\d+|\[.*=.*\])$/.test(left[0] ?? '') ? [] : {})
    return slotsAt(create && slot.value === undefined ? read(slot) : slot.value, left, create)
  })
}

function nextOf(value: unknown, step: string, create: boolean): readonly Slot[] {
  if (Array.isArray(value)) {
    const found = value.flatMap((item, index) => (isMeant(item, index, step) ? [itemSlot(value, index)] : []))
    const made = found.length === 0 && create ? newItem(step, value.length) : undefined
    return made === undefined ? found : [itemSlot(value, value.push(made) - 1)]
  }
  if (!isMutable(value)) return []
  if (step === '*') return Object.keys(value).map(key => fieldSlot(value, key))
  return Object.hasOwn(value, step) || create ? [fieldSlot(value, step)] : []
}

/** The item that a step makes of a list which has none for it. */
function newItem(step: string, length: number): unknown {
  const [, key, wanted = ''] = /^\[([^=]+)=(.*)\]$/.exec(step) ?? []
  if (key !== undefined) return { [key]: /^\d+$/.test(wanted) ? Number(wanted) : wanted }
  return step === String(length) ? {} : undefined
}

function isMeant(item: unknown, index: number, step: string): boolean {
  const [, key, wanted] = /^\[([^=]*)=(.*)\]$/.exec(step) ?? []
  if (key === undefined) return step === '*' || step === String(index)
  return String(key === '' ? item : field(item, key)) === wanted
}

function fieldSlot(container: Record<string, unknown>, key: string): Slot {
  return { container, key, value: own(container, key), write: value => set(container, key, value) }
}

function itemSlot(container: unknown[], key: number): Slot {
  return {
    container,
    key,
    value: container[key],
    write: value => {
      container[key] = value
    },
  }
}

function read({ container, key }: Slot): unknown {
  return isRecord(container) ? own(container, String(key)) : undefined
}
