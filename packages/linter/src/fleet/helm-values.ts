import { readYaml, within } from '@espalier/model'
import { field, isRecord, list, text } from './fields.ts'
import type { Entry } from './fleet.ts'
import type { Value } from './values.ts'

type Path = readonly (string | number)[]

/** The values that a manifest gives to a Helm chart. */
export interface HelmValues {
  /** False where further values come from elsewhere, so that what is not here may still be given. */
  readonly isWhole: boolean
  /** The value at `webhookTLS.cert` and where it stands, if it is given and no template is left in it. */
  get(path: string): Value | undefined
}

/** Of a source of an Application: parameters win over `valuesObject`, that one over `values`. */
export function valuesOfSource(entry: Entry, at: Path): HelmValues {
  const helm = field(valueAt(entry.object, at), 'helm')
  const foreign = ['valueFiles', 'fileParameters'].some(name => list(field(helm, name)).length > 0)
  const written = field(helm, 'valuesObject')
  const parsed = readYaml({ file: '', text: text(field(helm, 'values')) ?? '' }).documents[0]?.value
  return {
    isWhole: !foreign && !entry.kustomized,
    get(path) {
      const parameters = list(field(helm, 'parameters'))
      const index = parameters.findLastIndex(one => field(one, 'name') === path)
      if (index >= 0)
        return settled(
          entry,
          [...at, 'helm', 'parameters', index, 'value'],
          field(parameters[index], 'value'),
        )
      const steps = path.split('.')
      if (isRecord(written))
        return settled(entry, [...at, 'helm', 'valuesObject', ...steps], field(written, ...steps))
      return settled(entry, [...at, 'helm', 'values'], field(parsed, ...steps))
    },
  }
}

export function valuesOfRelease(entry: Entry): HelmValues {
  const { spec } = entry.object
  const foreign = [field(spec, 'valuesFrom'), field(spec, 'chart', 'spec', 'valuesFiles')]
  return {
    isWhole: foreign.every(one => list(one).length === 0) && !entry.kustomized,
    get(path) {
      const steps = path.split('.')
      return settled(entry, ['spec', 'values', ...steps], field(spec, 'values', ...steps))
    },
  }
}

/** A text, or a number that stands for one; undefined for anything else. */
export function valueText(value: Value | undefined): string | undefined {
  const given = value?.value
  return typeof given === 'number' ? String(given) : text(given)
}

/** True for what a chart takes for true. */
export function isTrue(value: Value | undefined): boolean {
  return value?.value === true || value?.value === 'true'
}

function settled({ place }: Entry, path: Path, value: unknown): Value | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string' && /\$\{|\{\{/.test(value)) return undefined
  return { value, at: within(place, ...path) }
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, step) => (typeof step === 'number' ? list(here)[step] : field(here, step)),
    value,
  )
}
