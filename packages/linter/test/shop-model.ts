import type { Model } from '@espalier/model'
import { readTopology } from '@espalier/model/topology'

const head = `apiVersion: espalier.dev/v1
kind: Topology
name: shop
gitops: {engine: argocd, repository: https://github.com/acme/fleet}
aws: {account: "111122223333", region: us-west-2}
serviceNetwork: {name: net, namespace: shop}
clusters:
  - {name: config, role: config, aws: {vpc: vpc-0123456789abcdef0}}
  - {name: east, role: workload, aws: {vpc: vpc-0aaaaaaaaaaaaaaa1}}
`

/** A topology of one config and one workload cluster, east, with the services and routes given as the rest of its text. */
export function shopModel(rest: string): Model {
  const { value, problems } = readTopology({ file: 'topology.yaml', text: head + rest })
  if (value === undefined || problems.length > 0) throw new Error(problems.map(one => one.message).join('; '))
  return value
}
