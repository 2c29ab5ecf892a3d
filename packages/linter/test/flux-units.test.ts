import { lint } from '@espalier/linter'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fluxUnits } from '../src/fleet/flux-units.ts'
import { deliveredFleet } from './delivered-fleet.ts'
import { kustomization } from './engine-objects.ts'
import { fleetOf, manifest } from './fleet-of.ts'

const test = suite('what a Kustomization of Flux applies')

const object = manifest('v1 ConfigMap shop/m', `data: {start: "echo \${HOME}"}\n`)
const post = 'postBuild: {substitute: {region: us-west-2}}'

const found = (texts: Readonly<Record<string, string>>) =>
  lint([fleetOf(texts)])
    .findings.filter(({ rule }) => rule === 'gitops/variable-without-value')
    .map(({ span }) => `${span.file}:${span.line}`)

test('its path is relative to the root of the repository, in whatever way it is written', () => {
  for (const path of ['a/apps', './a/apps', './a/apps/', '/a/apps', 'a', '.', './'])
    assert.equal(
      found({ 'a/unit.yaml': kustomization('u', `path: ${path}, ${post}`), 'a/apps/m.yaml': object }),
      ['a/apps/m.yaml:4'],
    )
  for (const path of ['apps', './a/ap'])
    assert.equal(
      found({ 'a/unit.yaml': kustomization('u', `path: ${path}, ${post}`), 'a/apps/m.yaml': object }),
      [],
    )
})

test('the source of another repository leads to nothing here', () => {
  const unit = kustomization('u', `path: a/apps, ${post}`).replace('name: flux-system}', 'name: elsewhere}')
  assert.equal(found({ 'a/unit.yaml': unit, 'a/apps/m.yaml': object }), [])
})

test('a file that its kustomization leaves out is not applied', () => {
  const unit = kustomization('u', `path: a/apps, ${post}`)
  const files = { 'a/unit.yaml': unit, 'a/apps/m.yaml': object }
  assert.equal(found({ ...files, 'a/apps/kustomization.yaml': 'resources: [m.yaml]\n' }), ['a/apps/m.yaml:4'])
  assert.equal(found({ ...files, 'a/apps/kustomization.yaml': 'resources: []\n' }), [])
})

test('it applies to its own cluster, unless a kubeconfig says otherwise', () => {
  const unit = (more: string) => kustomization('u', `path: b, ${post}${more}`)
  assert.equal(found({ 'a/unit.yaml': unit(''), 'b/m.yaml': object }), [])
  const remote = unit(', kubeConfig: {secretRef: {name: b}}')
  assert.equal(found({ 'a/unit.yaml': remote, 'b/m.yaml': object }), ['b/m.yaml:4'])
})

test('variables that may come from elsewhere are nobody’s to judge', () => {
  const from = kustomization('u', 'path: a/apps, postBuild: {substituteFrom: [{kind: Secret, name: s}]}')
  assert.equal(found({ 'a/unit.yaml': from, 'a/apps/m.yaml': object }), [])
  const unit = kustomization('u', `path: a/apps, ${post}`)
  const parent = kustomization(
    'all',
    'path: a, patches: [{patch: "- op: add", target: {kind: Kustomization}}]',
  )
  assert.equal(found({ 'a/unit.yaml': unit + parent, 'a/apps/m.yaml': object }), [])
  const guard = 'resources: [m.yaml]\ncommonAnnotations: {kustomize.toolkit.fluxcd.io/substitute: disabled}\n'
  assert.equal(
    found({ 'a/unit.yaml': unit, 'a/apps/m.yaml': object, 'a/apps/kustomization.yaml': guard }),
    [],
  )
})

test('a path that a kustomization sets otherwise, or may, is not applied as it is written', () => {
  const units = (resources: string, path: string) => {
    const fleet = deliveredFleet({
      'units/unit.yaml': kustomization('u', 'path: apps'),
      'units/kustomization.yaml': `resources: [${resources}]\npatches: [{target: {kind: Kustomization}, patch: '[{"op": "replace", "path": "/spec/path", "value": "${path}"}]'}]\n`,
      'apps/m.yaml': object,
    })
    const entry = fleet.entries.find(({ kind }) => kind === 'ConfigMap')
    assert.ok(entry)
    return fluxUnits(fleet)(entry).length
  }
  assert.is(units('unit.yaml', 'apps'), 1)
  assert.is(units('unit.yaml', 'other'), 0)
  assert.is(units('unit.yaml, "https://example.com/more.yaml"', 'apps'), 0)
})

test.run()
