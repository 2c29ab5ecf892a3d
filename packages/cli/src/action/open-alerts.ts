import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Takes suppressed results out of a SARIF file: GitHub makes an alert of each result, suppressed or not. Source: GitHub's documentation of
 * SARIF support, which does not list the property; github/codeql-action#1230.
 */
export function openAlerts(file: string): void {
  const sarif: {
    readonly runs: readonly { results: readonly { readonly suppressions?: readonly unknown[] }[] }[]
  } = JSON.parse(readFileSync(file, 'utf8'))
  for (const run of sarif.runs)
    run.results = run.results.filter(({ suppressions = [] }) => suppressions.length === 0)
  writeFileSync(file, `${JSON.stringify(sarif, null, 2)}\n`)
}
