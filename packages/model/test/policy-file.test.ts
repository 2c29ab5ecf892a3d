import { readTopology } from '@espalier/model/topology'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('policy files')

const told = (content: string | undefined): readonly string[] => {
  const text = `apiVersion: espalier.dev/v1
kind: Topology
name: shop
gitops: {engine: flux, repository: "https://github.com/acme/fleet"}
aws: {account: "111122223333", region: us-west-2}
serviceNetwork: {name: mesh, namespace: mesh, auth: {policyFile: ../policy.json}}
clusters: [{name: config, role: config, aws: {vpc: vpc-00000001}}]
`
  return readTopology({ file: 'topology.yaml', text }, () => content).problems.map(problem => problem.message)
}

test('nothing of a file that is no JSON is repeated', () => {
  assert.equal(told('password=hunter2'), ['../policy.json is not JSON'])
})

test('a file that is not given cannot be read, wherever it is', () => {
  assert.equal(told(undefined), ['../policy.json cannot be read'])
})

test.run()
