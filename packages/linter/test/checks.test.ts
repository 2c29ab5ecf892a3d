import { type Fleet, lint } from '@espalier/linter'
import type { Model } from '@espalier/model'
import { readTopology } from '@espalier/model/topology'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf, manifest } from './fleet-of.ts'

// What a fixture cannot show: manifests outside of rendered trees, and clusters with a topology of which nothing is rendered.

const test = suite('checks')

const at = (fleet: Fleet) =>
  lint([fleet]).findings.map(({ span, rule }) => `${span.file}:${span.line} ${rule}`)
const config = (name: string) => manifest(`v1 ConfigMap ${name}`)

test('outside of rendered trees, two manifests are one object only where they surely meet', () => {
  const duplicate = ['a/y/2.yaml:3 placement/duplicate-object']
  assert.equal(at(fleetOf({ 'a/x/1.yaml': config('shop/m'), 'a/y/2.yaml': config('shop/m') })), duplicate)
  // Whoever delivers a folder may choose the namespace.
  assert.equal(at(fleetOf({ 'a/x/1.yaml': config('m'), 'a/y/2.yaml': config('m') })), [])
  assert.equal(at(fleetOf({ 'a/y/1.yaml': config('m'), 'a/y/2.yaml': config('m') })), duplicate)
  // A kustomization may rename.
  const kustomization = { 'a/y/kustomization.yaml': 'namePrefix: x-\nresources: [2.yaml]\n' }
  assert.equal(
    at(fleetOf({ 'a/x/1.yaml': config('shop/m'), 'a/y/2.yaml': config('shop/m'), ...kustomization })),
    [],
  )
})

test('a patch of a Secret is looked into as well', () => {
  const texts = {
    'a/base.yaml': manifest('v1 Secret shop/db'),
    'a/secret.yaml': manifest('v1 Secret shop/db', 'data: {password: eA==}\n'),
  }
  const kustomized = (text: string) => at(fleetOf({ ...texts, 'a/kustomization.yaml': text }))
  const found = ['a/secret.yaml:4 security/secret-data']
  assert.equal(kustomized('resources: [base.yaml]\npatches: [{path: secret.yaml}]\n'), found)
  const refused = 'a/secret.yaml:1 gitops/kustomization-refused'
  assert.equal(kustomized('patches: [{path: secret.yaml}]\n'), [refused, ...found])
})

test('a rendered object of this topology that left the directories of its clusters is noticed', () => {
  const text = `apiVersion: espalier.dev/v1
kind: Topology
name: shop
gitops: {engine: argocd, repository: https://github.com/acme/fleet}
clusters: [{name: hub}]
`
  const model: Model | undefined = readTopology({ file: 'topology.yaml', text }).value
  const labels = (topology: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m, labels: {espalier.dev/cluster: hub, espalier.dev/topology: ${topology}}}\n`
  const rules = (topology: string) => at(fleetOf({ 'stray.yaml': labels(topology) }, {}, model))
  assert.ok(model)
  assert.equal(rules('shop'), [
    'stray.yaml:1 placement/unattributed-files',
    'stray.yaml:3 placement/rendered-for-another-cluster',
  ])
  assert.equal(rules('other'), ['stray.yaml:1 placement/unattributed-files'])
})

test('a version of the Gateway API is gone unless topology.yaml says that an older release is installed', () => {
  const removed = (release: string) => {
    const text = `apiVersion: espalier.dev/v1
kind: Topology
name: shop
gitops: {engine: argocd, repository: https://github.com/acme/fleet}
gatewayApi: {version: ${release}}
clusters: [{name: hub}]
`
    const model = readTopology({ file: 'topology.yaml', text }).value
    assert.ok(model)
    const grant = manifest(
      'gateway.networking.k8s.io/v1alpha2 ReferenceGrant shop/g',
      'spec: {from: [], to: []}\n',
    )
    return at(fleetOf({ 'hub/a.yaml': grant }, {}, model))
  }
  assert.equal(removed('v1.5.0'), ['hub/a.yaml:1 schema/removed-version'])
  assert.equal(removed('v1.1.0'), [])
})

test('what goes through kustomize has words for texts, and no numbers for names', () => {
  const data = 'data: {on: a, v: yes}\n'
  const names = (text: string) =>
    lint([fleetOf({ 'a/m.yaml': text, 'a/kustomization.yaml': 'resources: [m.yaml]\n' })]).findings.map(
      ({ message }) => message,
    )
  assert.equal(names(manifest('v1 ConfigMap shop/m', data)), [])
  assert.equal(names(manifest('v1 ConfigMap shop/m', 'data: {0777: a}\n')), [
    'the name 0777 in data of ConfigMap shop/m is without quotes, and kustomize refuses it as the number 511',
  ])
})

test('of a Secret no name is quoted', () => {
  const secret = manifest('v1 Secret shop/m', 'stringData: {no: ""}\n')
  const [finding, ...others] = lint([fleetOf({ 'a/m.yaml': secret })]).findings
  assert.is(
    finding?.message,
    'a name in stringData of Secret shop/m is without quotes, and Kubernetes reads false',
  )
  assert.is(others.length, 0)
})

test.run()
