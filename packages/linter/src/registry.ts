import type { Check } from './check.ts'
import * as allChecks from './checks/index.ts'
import type { Format } from './format.ts'
import * as allFormats from './formats/index.ts'
import * as allTrialFormats from './trial/formats/index.ts'
import type { TrialFormat } from './trial/trial-format.ts'

// A module's namespace lists its exports by name, so the order is the same whatever the index files say.

export const checks: readonly Check[] = Object.values(allChecks)

export const formats: readonly Format[] = Object.values(allFormats)

/** Those of `--test-policies`. */
export const trialFormats: readonly TrialFormat[] = Object.values(allTrialFormats)
