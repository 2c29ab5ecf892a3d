import { isRecord, text } from '../fleet/fields.ts'
import type { Baseline, BaselineEntry } from './baseline.ts'

type ReadBaseline =
  | { readonly value: Baseline; readonly error?: never }
  | { readonly error: string; readonly value?: never }

/** What `--write-baseline` wrote; the error is the end of a sentence. */
export function readBaseline(written: string): ReadBaseline {
  let value: unknown
  try {
    value = JSON.parse(written)
  } catch {
    return { error: 'it is not JSON' }
  }
  if (!isRecord(value) || !Array.isArray(value.findings)) return { error: 'it has no list of findings' }
  if (value.version !== 1)
    return { error: `its version is ${JSON.stringify(value.version)}, and only 1 is known` }
  const entries = value.findings.map(entryOf)
  const odd = entries.indexOf(undefined)
  if (odd >= 0) return { error: `entry ${odd + 1} of its findings has no fingerprint` }
  return { value: entries.flatMap(entry => entry ?? []) }
}

function entryOf(value: unknown): BaselineEntry | undefined {
  if (!isRecord(value)) return undefined
  const [fingerprint, rule, file, message] = ['fingerprint', 'rule', 'file', 'message'].map(key =>
    text(value[key]),
  )
  if (!fingerprint) return undefined
  const others = Array.isArray(value.others) ? value.others.flatMap(one => text(one) ?? []) : []
  const about = { rule: rule ?? '', file: file ?? '', message: message ?? '' }
  return { fingerprint, ...(others.length > 0 && { others }), ...about }
}
