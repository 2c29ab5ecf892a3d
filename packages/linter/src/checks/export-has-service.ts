import { didYouMean, group } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { declaredServices } from '../fleet/declared-services.ts'
import { kinds } from '../fleet/kinds.ts'
import { mayMove } from '../fleet/may-move.ts'
import { nameBeside } from '../fleet/name-beside.ts'
import { neighboursAmong } from '../fleet/neighbours-among.ts'
import { exportedService, exportedServiceAt, isFederated } from '../fleet/refs.ts'
import { clusterTitle, title } from '../fleet/title.ts'

/** The Service that a ServiceExport exports is in the same cluster and namespace, or topology.yaml says that it runs there. */
export const exportHasService: Check = {
  name: 'export-has-service',
  params: noParams,
  *find(fleet) {
    const declared = declaredServices(fleet.model)
    const services = fleet.ofKind([kinds.service])
    const servicesIn = neighboursAmong(services)
    const servicesNamed = group(services, service => `${service.cluster?.name}/${service.name}`)
    for (const entry of fleet.ofKind([kinds.serviceExport])) {
      const { cluster, namespace } = entry
      const name = exportedService(entry)
      if (cluster === undefined || !isFederated(entry)) continue
      if (fleet.at(cluster, kinds.service, namespace, name).length > 0) continue
      if (declared(cluster, namespace, name) !== undefined) continue
      const others = servicesNamed.get(`${cluster.name}/${name}`) ?? []
      if (others.some(service => mayMove(service) || mayMove(entry))) continue
      const hint = didYouMean(name, servicesIn(cluster, namespace))
      yield {
        at: exportedServiceAt(entry),
        entry,
        message: `${title(entry)} exports Service ${nameBeside(entry, { namespace, name })}, but ${clusterTitle(entry)} has no such Service${hint}`,
        missing: { kinds: [kinds.service], among: [cluster] },
      }
    }
  },
}
