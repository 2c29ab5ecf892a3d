import type { Provider } from '../../provider.ts'
import { configObjects } from './config-objects.ts'
import { namespaceObjects } from './namespaces.ts'
import { refuseLattice } from './refuse.ts'
import { workloadObjects } from './workload-objects.ts'

/** Amazon VPC Lattice with the AWS Gateway API Controller, in the multi-cluster architecture that AWS recommends. */
export const vpcLattice: Provider = {
  name: 'vpc-lattice',
  summary: 'Gateway, routes and imports in the config cluster, exports in the workload clusters',
  unit: 'lattice',
  refuse: refuseLattice,
  objects: (cluster, model) => [
    ...namespaceObjects(cluster, model),
    ...configObjects(cluster, model),
    ...workloadObjects(cluster, model),
  ],
}
