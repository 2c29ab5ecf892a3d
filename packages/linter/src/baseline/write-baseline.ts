import type { Baseline } from './baseline.ts'

/** A baseline as JSON with a line for each finding, so that two branches that mend different ones merge. */
export function writeBaseline(baseline: Baseline): string {
  const lines = baseline.map(entry => `    ${JSON.stringify(entry)}`)
  const findings = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  return `{\n  "version": 1,\n  "findings": ${findings}\n}\n`
}
