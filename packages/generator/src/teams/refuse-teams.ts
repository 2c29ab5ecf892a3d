import { type Model, type Problem, within } from '@espalier/model'
import { administeredNamespaces } from './administered-namespaces.ts'
import { overlappingSources } from './overlapping-sources.ts'
import { placeholderProblems } from './placeholder-problems.ts'
import { sourcesInTree } from './sources-in-tree.ts'

/** What no engine should deliver of the teams' own sources. */
export function refuseTeams(model: Model): readonly Problem[] {
  return [
    ...administeredNamespaces(model),
    ...overlappingSources(model.services),
    ...sourcesInTree(model),
    ...model.services.flatMap(({ source }) =>
      source === undefined ? [] : placeholderProblems(source.path, within(source.at, 'path')),
    ),
  ]
}
