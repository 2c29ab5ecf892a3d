import { isRecord } from '../../fleet/fields.ts'

/** What a generator gives to a template, nested as Go templates read it. */
export type Params = Readonly<Record<string, unknown>>

/** Sets of parameters, or why they are not known. */
export type Generated = { readonly params: readonly Params[] } | { readonly unknown: string }

/** The same by dotted names, as templates without Go read them. */
export function flatten(params: Params): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  collect(found, '', params)
  // Of a path, they say `path` for the whole and `path[0]` for its steps.
  for (const [key, value] of [...found]) {
    const short = /^(.*path)\.(?:path|segments(\[\d+\]))$/.exec(key)
    if (short !== null) found.set(`${short[1]}${short[2] ?? ''}`, value)
  }
  return found
}

function collect(found: Map<string, string>, prefix: string, value: unknown): void {
  if (Array.isArray(value))
    for (const [index, one] of value.entries()) collect(found, `${prefix}[${index}]`, one)
  else if (isRecord(value))
    for (const [key, one] of Object.entries(value))
      collect(found, prefix === '' ? key : `${prefix}.${key}`, one)
  else if (value !== undefined && value !== null) found.set(prefix, String(value))
}

/** What templates know of a path. */
export function pathParams(folder: string, filename?: string): Params {
  const basename = folder.slice(folder.lastIndexOf('/') + 1)
  return {
    path: folder,
    basename,
    basenameNormalized: normalize(basename),
    segments: folder.split('/'),
    ...(filename !== undefined && { filename, filenameNormalized: normalize(filename) }),
  }
}

/** A text made a name, as Argo CD does: applicationset/utils, SanitizeName. */
export function normalize(text: string): string {
  const clean = text
    .toLowerCase()
    .replace(/[^-a-z0-9.]/g, '-')
    .slice(0, 253)
  return clean.replace(/^[-.]+|[-.]+$/g, '')
}
