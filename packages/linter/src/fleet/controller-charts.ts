import { type Place, within } from '@espalier/model'
import { applicationSources } from './application-sources.ts'
import { destinationCluster } from './destination-cluster.ts'
import { field, isRecord, text } from './fields.ts'
import type { Entry, Fleet, FleetCluster } from './fleet.ts'
import { type HelmValues, valuesOfRelease, valuesOfSource } from './helm-values.ts'
import { kinds } from './kinds.ts'

const chartName = 'aws-gateway-controller-chart'

/** The Helm chart of the AWS Gateway API Controller as an object of an engine installs it. */
export interface ControllerChart {
  readonly entry: Entry
  /** Where it is installed, if that is known. */
  readonly cluster?: FleetCluster
  readonly version?: string
  /** Where its values would stand. */
  readonly at: Place
  readonly values: HelmValues
}

export function controllerCharts(fleet: Fleet): readonly ControllerChart[] {
  const applications = fleet.ofKind([kinds.application]).flatMap(entry => sourcesOf(fleet, entry))
  const releases = fleet.ofKind([kinds.helmRelease]).flatMap(entry => releaseOf(fleet, entry))
  return [...applications, ...releases]
}

function sourcesOf(fleet: Fleet, entry: Entry): readonly ControllerChart[] {
  return applicationSources(entry)
    .filter(({ source, repository }) => isController(source, repository))
    .map(({ source, at }) => {
      const version = text(field(source, 'targetRevision'))
      const cluster = destinationCluster(fleet, entry)
      const values = valuesOfSource(entry, source, at)
      const helm = within(at, 'helm')
      return { entry, at: helm, values, ...(version && { version }), ...(cluster && { cluster }) }
    })
}

function isController(source: unknown, repository: string): boolean {
  return field(source, 'chart') === chartName || repository.endsWith(`/${chartName}`)
}

function releaseOf(fleet: Fleet, entry: Entry): readonly ControllerChart[] {
  const { spec } = entry.object
  // Flux of another cluster may be told by a kubeconfig to install it there.
  const cluster = isRecord(field(spec, 'kubeConfig')) ? undefined : entry.cluster
  const version =
    field(spec, 'chart', 'spec', 'chart') === chartName
      ? (text(field(spec, 'chart', 'spec', 'version')) ?? '')
      : versionByRef(fleet, entry)
  if (version === undefined) return []
  const at = within(entry.place, 'spec', 'values')
  const values = valuesOfRelease(entry)
  return [{ entry, at, values, ...(version && { version }), ...(cluster && { cluster }) }]
}

/** The version of the chart in the repository that a release refers to; undefined where that is another chart's. */
function versionByRef(fleet: Fleet, release: Entry): string | undefined {
  const ref = field(release.object, 'spec', 'chartRef')
  const namespace = text(field(ref, 'namespace')) || release.namespace
  const name = text(field(ref, 'name')) ?? ''
  const [source] = fleet.at(release.cluster, kinds.ociRepository, namespace, name)
  const url = text(field(source?.object, 'spec', 'url')) ?? ''
  return url.endsWith(`/${chartName}`) ? (text(field(source?.object, 'spec', 'ref', 'tag')) ?? '') : undefined
}
