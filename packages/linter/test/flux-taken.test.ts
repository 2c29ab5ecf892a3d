import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Files, kustomization } from './attributed.ts'
import { comeOf, deliveredFleet } from './delivered-fleet.ts'

const test = suite('what several Kustomizations of Flux bring of one folder')

const settings = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n'

const folders: readonly Files[] = [
  { 'apps/1.yaml': settings },
  { 'apps/1.yaml': settings, 'apps/kustomization.yaml': 'resources: [1.yaml]\n' },
  {
    'apps/kustomization.yaml': 'resources: [base]\n',
    'apps/base/kustomization.yaml': 'resources: [../1.yaml]\n',
    'apps/1.yaml': settings,
  },
]

/** What comes of a folder that Kustomizations with such fields deliver. */
const come = (from: string, apps: Files, ...fields: readonly string[]) => {
  const units = fields.map((field, at) => kustomization(`k${at}`, './apps', field))
  return comeOf(deliveredFleet({ [`${from}/units.yaml`]: units.join(''), ...apps }), 'apps/1.yaml')
}

const into = (namespace: string) => `, targetNamespace: ${namespace}`

for (const [cluster, from] of [
  ['east', 'clusters/east'],
  ['?', 'units'],
] as const) {
  test(`what one changes is read as that makes it, in ${from}`, () => {
    for (const apps of folders) assert.equal(come(from, apps, into('one')), [`${cluster} one/a`])
  })

  test(`what one changes and another brings as it lies is read both ways, in ${from}`, () => {
    for (const apps of folders) {
      assert.equal(come(from, apps, into('one'), ''), [`${cluster} default/a`, `${cluster} one/a`])
      assert.equal(come(from, apps, '', into('one')), [`${cluster} default/a`, `${cluster} one/a`])
    }
  })

  test(`what two change is read in no other way, in ${from}`, () => {
    for (const apps of folders)
      assert.equal(come(from, apps, into('one'), into('two')), [`${cluster} one/a`, `${cluster} two/a`])
  })
}

test('what one cluster gets changed and another as it lies is read once in each', () => {
  for (const apps of folders) {
    const fleet = deliveredFleet({
      'clusters/east/units.yaml': kustomization('k', './apps', into('one')),
      'clusters/west/units.yaml': kustomization('k', './apps'),
      ...apps,
    })
    assert.equal(comeOf(fleet, 'apps/1.yaml'), ['east one/a', 'west default/a'])
  }
})

test('files that lint.clusters gives to another cluster are not read as a Kustomization would make them', () => {
  const files = { 'clusters/east/units.yaml': kustomization('k', './apps', into('one')) }
  for (const apps of folders) {
    const fleet = deliveredFleet({ ...files, ...apps }, path =>
      path.startsWith('apps/') ? [{ cluster: 'west', by: 'listed' }] : [],
    )
    assert.equal(comeOf(fleet, 'apps/1.yaml'), ['west default/a'])
  }
})

test.run()
