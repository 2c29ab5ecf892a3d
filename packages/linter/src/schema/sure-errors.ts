import type { ErrorObject } from 'ajv'
import { isRecord } from '../fleet/fields.ts'
import { isFilledInLater } from '../fleet/filled-in-later.ts'
import { pointedAt } from './json-pointer.ts'

/** The errors that the API server would report too, with the value that each is about. */
export function sureErrors(errors: readonly ErrorObject[], object: unknown): readonly ErrorObject[] {
  return errors.flatMap(error => {
    const data = pointedAt(object, error.instancePath)
    if (/^\/status(\/|$)/.test(error.instancePath) || data === null || isOpen(data)) return []
    if (error.keyword === 'format' && !isSureFormat(error.params.format, data)) return []
    return [{ ...error, data, parentSchema: error.parentSchema ?? { [error.keyword]: error.params.limit } }]
  })
}

/** Besides what is filled in, SOPS decrypts; of a template of Helm YAML makes a mapping. */
function isOpen(data: unknown): boolean {
  if (isRecord(data))
    return Object.entries(data).some(([key, value]) => key.startsWith('{') && value === null)
  return isFilledInLater(data) || (typeof data === 'string' && data.startsWith('ENC['))
}

// Go's reader of base64 skips line ends. Formats that the API server does not know, or takes in more forms, are no reason to complain.
function isSureFormat(format: unknown, data: unknown): boolean {
  if (format === 'byte')
    return !/^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}(==|[A-Za-z0-9+/]=))?$/.test(
      String(data).replace(/[\r\n]/g, ''),
    )
  return format === 'quantity' || format === 'int32' || format === 'int64'
}
