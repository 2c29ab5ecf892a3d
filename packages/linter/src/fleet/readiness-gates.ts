import { type Place, within } from '@espalier/model'
import { field } from './fields.ts'
import type { Entry, Fleet } from './fleet.ts'
import { kinds } from './kinds.ts'

// Source: aws-application-networking-k8s@v2.1.3 helm/templates/webhook.yaml.
const label = 'application-networking.k8s.aws/pod-readiness-gate-inject'

/** Where the namespace of an object asks the controller to let its Pods wait for their target groups. */
export function gatedNamespace(fleet: Fleet, { cluster, namespace }: Entry): Place | undefined {
  const found = fleet
    .at(cluster, kinds.namespace, '', namespace)
    .find(({ object }) => field(object.metadata, 'labels', label) === 'enabled')
  return found && within(found.place, 'metadata', 'labels', label)
}
