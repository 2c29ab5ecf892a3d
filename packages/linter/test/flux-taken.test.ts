import { attribute, readTexts } from '@espalier/linter'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { filesOf } from '../src/kustomize/files-of.ts'
import { type Files, kustomization } from './attributed.ts'
import { comeOf, deliveredFleet } from './delivered-fleet.ts'
import { repositoryOf } from './repository-of.ts'

const test = suite('what several Kustomizations of Flux bring of one folder')

const settings = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n'

/** A folder, by the name that it gives what is in it. */
const folders: Readonly<Record<string, Files>> = {
  a: { 'apps/1.yaml': settings },
  'x-a': { 'apps/1.yaml': settings, 'apps/kustomization.yaml': 'resources: [1.yaml]\nnamePrefix: x-\n' },
  'y-a': {
    'apps/kustomization.yaml': 'resources: [base]\n',
    'apps/base/kustomization.yaml': 'resources: [../1.yaml]\nnamePrefix: y-\n',
    'apps/1.yaml': settings,
  },
}

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
    for (const [a, apps] of Object.entries(folders))
      assert.equal(come(from, apps, into('one')), [`${cluster} one/${a}`])
  })

  test(`what one changes and another brings as it lies is read both ways, in ${from}`, () => {
    for (const [a, apps] of Object.entries(folders)) {
      assert.equal(come(from, apps, into('one'), ''), [`${cluster} default/${a}`, `${cluster} one/${a}`])
      assert.equal(come(from, apps, '', into('one')), [`${cluster} default/${a}`, `${cluster} one/${a}`])
    }
  })

  test(`what two change is read in no other way, in ${from}`, () => {
    for (const [a, apps] of Object.entries(folders))
      assert.equal(come(from, apps, into('one'), into('two')), [`${cluster} one/${a}`, `${cluster} two/${a}`])
  })
}

test('what one cluster gets changed and another as it lies is read once in each', () => {
  for (const [a, apps] of Object.entries(folders)) {
    const fleet = deliveredFleet({
      'clusters/east/units.yaml': kustomization('k', './apps', into('one')),
      'clusters/west/units.yaml': kustomization('k', './apps'),
      ...apps,
    })
    assert.equal(comeOf(fleet, 'apps/1.yaml'), [`east one/${a}`, `west default/${a}`])
  }
})

test('files that lint.clusters gives to another cluster are not read as a Kustomization would make them', () => {
  const files = { 'clusters/east/units.yaml': kustomization('k', './apps', into('one')) }
  for (const [a, apps] of Object.entries(folders)) {
    const fleet = deliveredFleet({ ...files, ...apps }, path =>
      path.startsWith('apps/') ? [{ cluster: 'west', by: 'listed' }] : [],
    )
    assert.equal(comeOf(fleet, 'apps/1.yaml'), [`west default/${a}`])
  }
})

test('what several builds read beside the linted files is read once', () => {
  const [units, ...others] = Object.entries({
    'units.yaml': kustomization('k', './apps', into('one')) + kustomization('l', './apps', into('two')),
    'apps/kustomization.yaml': 'resources: [../base/1.yaml]\n',
    'base/1.yaml': settings,
  }).map(([file, text]) => ({ file, text }))
  assert.ok(units)
  const linted = [units, ...others.filter(({ file }) => file.startsWith('apps/'))]
  const { deliveries } = attribute({
    repository: repositoryOf([units, ...others], linted),
    models: [],
    read: readTexts(linted),
    files: filesOf(others),
    given: () => [],
  })
  const base = others.find(({ file }) => file === 'base/1.yaml')
  assert.ok(base)
  const [one, two] = deliveries.map(({ what }) => what.made?.texts.get(base))
  assert.ok(one)
  assert.is(one, two)
})

test('labels leave an object who it is, other fields may not', () => {
  const isPlain = (fields: string) =>
    deliveredFleet({ 'units.yaml': kustomization('k', './apps', `, ${fields}`), 'apps/1.yaml': settings })
      .deliveries[0]?.what.plain
  assert.is(isPlain('commonMetadata: {labels: {a: b}}'), true)
  assert.is(isPlain('patches: []'), true)
  for (const fields of ['patches: [{}]', 'components: [../part]', 'patchesJson6902: [{}]', 'nameSuffix: -x'])
    assert.is(isPlain(fields), false)
})

test.run()
