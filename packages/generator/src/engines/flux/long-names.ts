import { type Model, type Place, type Problem, within } from '@espalier/model'
import { deliveredUnits } from '../../delivered-units.ts'
import { sourceUnit } from '../../teams/team-sources.ts'
import { longestName, teamAccount, unitName } from './names.ts'

/** Names that Flux would refuse, each said once: at the topology's name, or at the first service that needs it. */
export function longNames(model: Model): readonly Problem[] {
  const isLong = (unit: string): boolean => unitName(model, unit).length > longestName
  const sourced = model.services.filter(({ source, runs }) => source !== undefined && runs.length > 0)
  const units = [
    ...model.clusters.flatMap(cluster => deliveredUnits(cluster, model, isLong)),
    ...(sourced.length > 0 ? ['teams'] : []),
  ]
  const topology = { ...model.gitops.at, path: ['name'] }
  const said = new Set<string>()
  return [
    ...tooLong(
      'Kustomization',
      units.map(unit => unitName(model, unit)),
      topology,
    ),
    ...sourced.flatMap(service => {
      const at = within(service.at, 'name')
      const unit = tooLong('Kustomization', [unitName(model, sourceUnit(service))], at)
      const account = teamAccount(model, service.namespace)
      if (unit.length > 0 || said.has(account)) return unit
      said.add(account)
      return tooLong('service account', [account], at)
    }),
  ]
}

function tooLong(kind: string, wanted: readonly string[], at: Place): readonly Problem[] {
  const [name = ''] = [...wanted].sort((a, b) => b.length - a.length)
  if (name.length <= longestName) return []
  const message = `the ${kind} ${name} would have ${name.length} characters; Flux takes at most ${longestName}`
  return [{ check: 'beyond-engine', message, at }]
}
