import type { Texts } from './documents.ts'
import { isRecord } from './fields.ts'
import type { Remark, Tagged } from './fleet.ts'

// Of these nothing but whether they hold anything is ever asked.
const values = ['data', 'stringData', 'sops']

/** True for an object of which SOPS has encrypted more than the values of a Secret or ConfigMap: nobody can say what it is. */
export function isSealed(object: Readonly<Record<string, unknown>>): boolean {
  if (!isRecord(object.sops)) return false
  return Object.entries(object).some(([key, value]) => !values.includes(key) && holdsCipher(value))
}

/** The documents that SOPS keeps from everybody, each for the cluster that its text was tagged with. */
export function sealedAmong(
  tagged: readonly Tagged[],
  texts: Texts,
): readonly { readonly cluster: string | undefined; readonly remark: Remark }[] {
  return tagged.flatMap(({ source, cluster }) =>
    (texts.get(source)?.documents ?? []).flatMap(({ value, place }) =>
      isRecord(value) && isSealed(value)
        ? [{ cluster, remark: { at: place, message: 'SOPS has encrypted this object, so it is not linted' } }]
        : [],
    ),
  )
}

function holdsCipher(value: unknown): boolean {
  if (typeof value === 'string') return value.startsWith('ENC[')
  if (Array.isArray(value)) return value.some(holdsCipher)
  return isRecord(value) && Object.values(value).some(holdsCipher)
}
