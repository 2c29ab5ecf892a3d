import { type Cluster, type Model, type Place, type Problem, within } from '@espalier/model'
import { sharedSources, sourcesInTree, sourceUnit } from '../../teams/team-sources.ts'
import { longestName, names } from './names.ts'

/** What Argo CD would refuse, or two Applications would fight over. */
export function refuseArgocd(model: Model): readonly Problem[] {
  return [
    ...model.clusters.flatMap(cluster => tooLong(model, cluster)),
    ...sharedSources(model.services),
    ...sourcesInTree(model),
  ]
}

function tooLong(model: Model, cluster: Cluster): readonly Problem[] {
  const services = model.services.filter(
    ({ source, runs }) => source !== undefined && runs.some(run => run.cluster === cluster),
  )
  const wanted: readonly (readonly [string, Place])[] = [
    [names.application(model.name, cluster, 'gateway-api'), within(cluster.at, 'name')],
    ...services.map(
      service =>
        [names.application(model.name, cluster, sourceUnit(service)), within(service.at, 'name')] as const,
    ),
  ]
  return wanted
    .filter(([name]) => name.length > longestName)
    .map(([name, at]) => ({
      check: 'beyond-engine',
      message: `the Application ${name} would have ${name.length} characters; Argo CD takes at most ${longestName}`,
      at,
    }))
}
