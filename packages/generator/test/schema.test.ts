import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { providers } from '@espalier/generator'
import { groupOf, type KubeObject } from '@espalier/model'
import { readTopology } from '@espalier/model/topology'
import * as gateway from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('rendered objects')
const root = fileURLToPath(new URL('../../../fixtures/render', import.meta.url))

interface Validated {
  validate(): void
}
const kinds: Readonly<Record<string, new (data: never) => Validated>> = {
  Gateway: gateway.Gateway,
  GatewayClass: gateway.GatewayClass,
  HTTPRoute: gateway.HTTPRoute,
  GRPCRoute: gateway.GRPCRoute,
  TLSRoute: gateway.TLSRoute,
}

function objects(name: string): readonly KubeObject[] {
  const read = (file: string): string => readFileSync(`${root}/${name}/${file}`, 'utf8')
  const { value: model } = readTopology({ file: 'topology.yaml', text: read('topology.yaml') }, read)
  assert.ok(model)
  return model.clusters.flatMap(cluster =>
    providers.flatMap(one => one.objects(cluster, model).map(({ object }) => object)),
  )
}

const all = readdirSync(root).flatMap(objects)

test('Gateway API objects are valid by their own schema', () => {
  const found = all.filter(object => groupOf(object.apiVersion) === 'gateway.networking.k8s.io')
  assert.equal(new Set(found.map(object => object.kind)), new Set(Object.keys(kinds)))
  for (const object of found) {
    const Kind = kinds[object.kind]
    assert.ok(Kind)
    new Kind(object as never).validate()
  }
})

test('every backendRef and parentRef says group, kind, name and namespace', () => {
  for (const route of all.filter(object => object.kind.endsWith('Route'))) {
    const spec = route.spec as { parentRefs: object[]; rules: { backendRefs: object[] }[] }
    for (const ref of [...spec.parentRefs, ...spec.rules.flatMap(rule => rule.backendRefs)]) {
      for (const field of ['group', 'kind', 'name', 'namespace'])
        assert.ok(field in ref, `${route.kind} ${field}`)
    }
  }
})

test.run()
