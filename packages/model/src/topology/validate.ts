import type { Problem } from '../finding.ts'
import { clusterProblems } from './validate/clusters.ts'
import { derivedValueProblems } from './validate/derived-values.ts'
import { nameProblems } from './validate/names.ts'
import { namespaceProblems } from './validate/namespaces.ts'
import { pathProblems } from './validate/paths.ts'
import { serviceProblems } from './validate/services.ts'
import { unsupportedProblems } from './validate/unsupported.ts'
import { versionProblems } from './validate/versions.ts'
import type { Written } from './written.ts'

/** What the schema cannot say about a topology, each thing at its line. */
export function validateTopology(written: Written): readonly Problem[] {
  return [
    ...nameProblems(written),
    ...pathProblems(written),
    ...namespaceProblems(written),
    ...derivedValueProblems(written),
    ...clusterProblems(written),
    ...serviceProblems(written),
    ...versionProblems(written),
    ...unsupportedProblems(written),
  ]
}
