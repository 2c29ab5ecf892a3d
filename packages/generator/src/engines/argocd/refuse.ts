import { type Cluster, type Model, type Place, type Problem, type Service, within } from '@espalier/model'
import { deliveredUnits } from '../../delivered-units.ts'
import { refuseTeams } from '../../teams/refuse-teams.ts'
import { sourceUnit } from '../../teams/team-sources.ts'
import { longestName, names } from './names.ts'
import { sameDestinations } from './same-destinations.ts'

/** What Argo CD would refuse, or two Applications would fight over. */
export function refuseArgocd(model: Model): readonly Problem[] {
  return [
    ...sameDestinations(model),
    ...model.clusters.flatMap(cluster => unitsTooLong(model, cluster)),
    ...model.services.flatMap(service => sourceTooLong(model, service)),
    ...refuseTeams(model),
  ]
}

function unitsTooLong(model: Model, cluster: Cluster): readonly Problem[] {
  const nameOf = (unit: string): string => names.application(model.name, cluster, unit)
  const long = deliveredUnits(cluster, model, unit => nameOf(unit).length > longestName)
  return tooLong(long.map(nameOf), within(cluster.at, 'name'))
}

function sourceTooLong(model: Model, service: Service): readonly Problem[] {
  if (service.source === undefined) return []
  const wanted = service.runs.map(({ cluster }) =>
    names.application(model.name, cluster, sourceUnit(service)),
  )
  return tooLong(wanted, within(service.at, 'name'))
}

function tooLong(wanted: readonly string[], at: Place): readonly Problem[] {
  const [name = ''] = [...wanted].sort((a, b) => b.length - a.length)
  if (name.length <= longestName) return []
  const message = `the Application ${name} would have ${name.length} characters; Argo CD takes at most ${longestName}`
  return [{ check: 'beyond-engine', message, at }]
}
