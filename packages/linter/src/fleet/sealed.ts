import { isRecord } from './fields.ts'

// Of these nothing but whether they hold anything is ever asked.
const values = ['data', 'stringData', 'sops']

/** True for an object of which SOPS has encrypted more than the values of a Secret or ConfigMap: nobody can say what it is. */
export function isSealed(object: Readonly<Record<string, unknown>>): boolean {
  if (!isRecord(object.sops)) return false
  return Object.entries(object).some(([key, value]) => !values.includes(key) && holdsCipher(value))
}

function holdsCipher(value: unknown): boolean {
  if (typeof value === 'string') return value.startsWith('ENC[')
  if (Array.isArray(value)) return value.some(holdsCipher)
  return isRecord(value) && Object.values(value).some(holdsCipher)
}
