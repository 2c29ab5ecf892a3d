import { type Cluster, type Model, type Place, type Problem, type Service, within } from '@espalier/model'
import { longestName, names } from './names.ts'

/** What Argo CD would refuse, or two Applications would fight over. */
export function refuseArgocd(model: Model): readonly Problem[] {
  return [...model.clusters.flatMap(cluster => tooLong(model, cluster)), ...sharedSources(model.services)]
}

function tooLong(model: Model, cluster: Cluster): readonly Problem[] {
  const services = model.services.filter(
    ({ source, runs }) => source !== undefined && runs.some(run => run.cluster === cluster),
  )
  const wanted: readonly (readonly [string, Place])[] = [
    [names.application(model.name, cluster, 'gateway-api'), within(cluster.at, 'name')],
    ...services.map(
      service =>
        [
          names.application(model.name, cluster, names.sourceUnit(service)),
          within(service.at, 'name'),
        ] as const,
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

function sharedSources(services: readonly Service[]): readonly Problem[] {
  const sourced = services.flatMap(({ source, ...service }) =>
    source === undefined ? [] : [{ service, source }],
  )
  return sourced.flatMap(({ service, source }, index) => {
    const before = sourced
      .slice(0, index)
      .find(
        one =>
          one.source.repository === source.repository &&
          one.source.path === source.path &&
          one.service.runs.some(run => service.runs.some(own => own.cluster === run.cluster)),
      )
    if (before === undefined) return []
    const message = `${source.path} is already the source of service ${before.service.namespace}/${before.service.name} in the same cluster; name it in one of the two services only`
    return {
      check: 'beyond-engine',
      message,
      at: source.at,
      related: [{ at: before.source.at, message: 'the other one' }],
    }
  })
}
