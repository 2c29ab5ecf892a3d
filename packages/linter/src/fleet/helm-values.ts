import { type Place, readYaml, within } from '@espalier/model'
import { field, isRecord, list, text } from './fields.ts'
import { isFilledInLater } from './filled-in-later.ts'
import type { Entry } from './fleet.ts'
import type { Value } from './values.ts'

/** The values that a manifest gives to a Helm chart. */
export interface HelmValues {
  /** False where further values come from elsewhere or are filled in later, so that what is not here may still be given. */
  readonly isWhole: boolean
  /** The value at `webhookTLS.cert` and where it stands, if it is given and no template is left in it. */
  get(path: string): Value | undefined
}

/** Of a source of an Application: parameters win over `valuesObject`, that one over `values`. */
export function valuesOfSource({ kustomized }: Entry, source: unknown, at: Place): HelmValues {
  const helm = field(source, 'helm')
  const foreign = ['valueFiles', 'fileParameters'].some(name => list(field(helm, name)).length > 0)
  const written = field(helm, 'valuesObject')
  const plain = text(field(helm, 'values'))
  const parsed = plain && readYaml({ file: '', text: plain }).documents[0]?.value
  return {
    isWhole: !foreign && !kustomized && !hasOpenValue(helm),
    get(path) {
      const parameters = list(field(helm, 'parameters'))
      const index = parameters.findLastIndex(one => field(one, 'name') === path)
      const steps = path.split('.')
      if (index >= 0)
        return settled(field(parameters[index], 'value'), within(at, 'helm', 'parameters', index, 'value'))
      if (isRecord(written))
        return settled(field(written, ...steps), within(at, 'helm', 'valuesObject', ...steps))
      return settled(field(parsed, ...steps), within(at, 'helm', 'values'))
    },
  }
}

export function valuesOfRelease({ object: { spec }, place, kustomized }: Entry): HelmValues {
  const foreign = [field(spec, 'valuesFrom'), field(spec, 'chart', 'spec', 'valuesFiles')]
  return {
    isWhole:
      foreign.every(one => list(one).length === 0) && !kustomized && !hasOpenValue(field(spec, 'values')),
    get(path) {
      const steps = path.split('.')
      return settled(field(spec, 'values', ...steps), within(place, 'spec', 'values', ...steps))
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

function settled(value: unknown, at: Place): Value | undefined {
  if (value === undefined || value === null) return undefined
  return isFilledInLater(value) ? undefined : { value, at }
}

function hasOpenValue(values: unknown): boolean {
  if (Array.isArray(values)) return values.some(hasOpenValue)
  return isRecord(values) ? Object.values(values).some(hasOpenValue) : isFilledInLater(values)
}
