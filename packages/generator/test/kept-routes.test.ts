import { readFileSync } from 'node:fs'
import { planChanges, render } from '@espalier/generator'
import { readTopology } from '@espalier/model/topology'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('what a Lattice service keeps')

const sides = (name: string): readonly string[] =>
  ['before', 'after'].map(side =>
    readFileSync(new URL(`../../../fixtures/plan/${name}/${side}.yaml`, import.meta.url), 'utf8'),
  )

const checksOf = (...texts: readonly string[]): readonly string[] => {
  const [before, after] = texts.map(text => {
    const { value: model, problems } = readTopology({ file: 'topology.yaml', text })
    assert.ok(model, JSON.stringify(problems))
    return { model, tree: render(model).tree }
  })
  assert.ok(before && after)
  return [...new Set(planChanges(before, after).problems.map(({ check }) => check))]
}

for (const [name, check] of Object.entries({
  'custom-domain-changed': 'custom-domain-stays',
  'service-name-changed': 'service-name-stays',
  'listener-protocol-changed': 'listener-protocol-stays',
})) {
  const [before = '', after = ''] = sides(name)

  test(`${check}: in another account or region every service is made anew`, () => {
    assert.equal(checksOf(before, after), [check])
    assert.equal(checksOf(before, after.replaceAll('us-west-2', 'us-east-1')), [])
    assert.equal(checksOf(before, after.replaceAll('111122223333', '444455556666')), [])
  })

  test(`${check}: a route of another kind or name has another service`, () => {
    assert.equal(checksOf(before, after.replaceAll(/^( {2}- name: )(\w+)/gm, '$1$2-two')), [])
  })
}

test('a service that gets another name is said once, whatever its domain', () => {
  const [before = ''] = sides('custom-domain-changed')
  const after = before.replace('hostnames: [cart.example.com]', 'serviceName: basket')
  assert.equal(checksOf(before, after), ['service-name-stays'])
})

test.run()
