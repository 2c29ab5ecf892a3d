import { providers, render } from '@espalier/generator'
import type { Model } from '@espalier/model'
import { readTopology } from '@espalier/model/topology'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('delivery')

const modelOf = (gitops: string, rest: string): Model => {
  const text = `apiVersion: espalier.dev/v1
kind: Topology
name: shop
gitops: {repository: "https://github.com/acme/fleet", ${gitops}}
aws: {account: "111122223333", region: us-west-2}
serviceNetwork: {name: mesh, namespace: mesh}
clusters:
  - {name: config, role: config, aws: {vpc: vpc-00000001}}
  - {name: east, role: workload, aws: {vpc: vpc-00000002}}
  - {name: hub}
${rest}`
  const { value, problems } = readTopology({ file: 'topology.yaml', text })
  assert.ok(value, problems.map(problem => problem.message).join('\n'))
  return value
}

for (const gitops of ['engine: flux', 'engine: argocd, argocd: {cluster: each}']) {
  test(`a cluster in which nothing is delivered gets no file (${gitops})`, () => {
    const files = [...render(modelOf(gitops, '')).tree.keys()]
    const clusters = new Set(files.map(file => file.split('/')[1]))
    assert.equal([...clusters].sort(), ['config', 'east'])
  })

  test(`a cluster with nothing but a namespace gets it delivered (${gitops})`, () => {
    const model = modelOf(gitops, 'namespaces: [{name: payments, clusters: [hub]}]')
    const files = [...render(model).tree.keys()].filter(file => file.startsWith('clusters/hub/'))
    assert.ok(files.includes('clusters/hub/lattice/_cluster/namespace_payments.yaml'))
    assert.ok(files.some(file => /^clusters\/hub\/(argocd-root|flux)\//.test(file)))
  })
}

test('header matches come in one order, however they are written', () => {
  const headers = ['{name: b, value: x}', '{name: a, value: y}', '{name: a, value: x}']
  const rendered = [headers, [...headers].reverse()].map(list => {
    const model = modelOf(
      'engine: flux',
      `services: [{name: cart, namespace: shop, clusters: [east], port: 80}]
routes: [{name: cart, namespace: shop, rules: [{match: {headers: [${list.join(', ')}]}, to: cart}]}]`,
    )
    return model.clusters.flatMap(cluster => providers.flatMap(one => one.objects(cluster, model)))
  })
  assert.equal(
    rendered[0]?.map(({ object }) => object),
    rendered[1]?.map(({ object }) => object),
  )
})

test.run()
