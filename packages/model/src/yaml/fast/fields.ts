import { type Cursor, giveUp } from './cursor.ts'

/** The object of a mapping while it is read. */
export type Fields = Record<string, unknown>

/** Adds a field; a field given twice is left to `yaml`, which says where. */
export function setField(cursor: Cursor, fields: Fields, key: string, value: unknown): void {
  if (fields[key] !== undefined && Object.hasOwn(fields, key)) giveUp(cursor)
  else if (key === '__proto__')
    Object.defineProperty(fields, key, { value, writable: true, enumerable: true, configurable: true })
  else fields[key] = value
}
