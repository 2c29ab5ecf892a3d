import type { Model, Problem } from '@espalier/model'
import { refuseTeams } from '../../teams/refuse-teams.ts'
import { longNames } from './long-names.ts'
import { refuseEntry } from './refuse-entry.ts'
import { unreadableSources } from './unreadable-sources.ts'

/** What Flux would refuse, or what would make it delete files of others. */
export function refuseFlux(model: Model): readonly Problem[] {
  return [...refuseEntry(model), ...longNames(model), ...unreadableSources(model), ...refuseTeams(model)]
}
