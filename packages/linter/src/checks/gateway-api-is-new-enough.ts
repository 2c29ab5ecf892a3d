import { isOlder, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields } from '../check-params.ts'
import { controllerCharts } from '../fleet/controller-charts.ts'
import { field, text } from '../fleet/fields.ts'
import type { FleetCluster } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { title } from '../fleet/title.ts'

interface Params {
  /** Controllers from this version on… */
  readonly controller: string
  /** …need the Gateway API from this one on. */
  readonly gatewayApi: string
}

const bundle = 'gateway.networking.k8s.io/bundle-version'

/** The Gateway API's CRDs in a cluster are new enough for the controller there. */
export const gatewayApiIsNewEnough: Check<Params> = {
  name: 'gateway-api-is-new-enough',
  params: fields(
    { controller: { type: 'string' }, gatewayApi: { type: 'string' } },
    'controller',
    'gatewayApi',
  ),
  *find(fleet, { controller, gatewayApi }) {
    const charts = controllerCharts(fleet).filter(
      ({ version }) => isVersion(version) && !isOlder(version, controller),
    )
    const said = new Set<FleetCluster>()
    for (const entry of fleet.ofKind([kinds.customResourceDefinition])) {
      const version = text(field(entry.object.metadata, 'annotations', bundle))
      const chart = charts.find(({ cluster }) => cluster === entry.cluster)
      if (!isVersion(version) || chart === undefined || !isOlder(version, gatewayApi)) continue
      // The CRDs of a cluster come in one piece.
      if (chart.cluster === undefined || said.has(chart.cluster)) continue
      said.add(chart.cluster)
      yield {
        at: within(entry.place, 'metadata', 'annotations', bundle),
        entry,
        message: `${title(entry)} is of the Gateway API ${version}, but controller ${chart.version} needs ${gatewayApi}`,
        related: [
          { at: within(chart.entry.place, 'metadata', 'name'), message: `${title(chart.entry)} is here` },
        ],
      }
    }
  },
}

function isVersion(text: string | undefined): text is string {
  return text !== undefined && /^v?\d+\.\d+\.\d+/.test(text)
}
