import { lint } from '@espalier/linter'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf, manifest } from './fleet-of.ts'

// SOPS encrypts the values of a whole document, or those that it was told to.

const test = suite('encrypted objects')

const cipher = '"ENC[AES256_GCM,data:tXc=,iv:aa=,tag:bb=,type:str]"'
const sops = 'sops: {mac: "ENC[x]", version: 3.9.0}\n'
const rules = (texts: Readonly<Record<string, string>>) =>
  lint([fleetOf(texts)]).findings.map(({ span, rule }) => `${span.file}:${span.line} ${rule}`)

test('a Secret whose values are encrypted is as good as any', () => {
  const secret = manifest('v1 Secret shop/db', `data: {password: ${cipher}}\n${sops}`)
  assert.equal(rules({ 'a/1.yaml': secret }), [])
})

test('an object of which more is encrypted is not judged, and said to be so', () => {
  const route = manifest(
    'gateway.networking.k8s.io/v1 HTTPRoute shop/cart',
    `spec: {hostnames: [${cipher}], parentRefs: [{name: ${cipher}}]}\n${sops}`,
  )
  assert.equal(rules({ 'workload/1.yaml': route }), ['workload/1.yaml:1 schema/not-linted'])
  const whole = `apiVersion: ${cipher}\nkind: ${cipher}\nmetadata: {name: ${cipher}}\n${sops}`
  assert.equal(rules({ 'workload/1.yaml': whole }), ['workload/1.yaml:1 schema/not-linted'])
})

test('a cluster of which an object is encrypted is not complete', () => {
  const dangling = manifest('application-networking.k8s.aws/v1alpha1 ServiceExport shop/cart', '').replace(
    'namespace: shop',
    'namespace: shop, annotations: {application-networking.k8s.aws/federation: amazon-vpc-lattice}',
  )
  assert.equal(rules({ 'workload/1.yaml': dangling }), ['workload/1.yaml:3 reference/export-without-service'])
  const sealed = manifest('v1 Service shop/other', `spec: {type: ${cipher}}\n${sops}`)
  assert.equal(rules({ 'workload/1.yaml': dangling, 'workload/2.yaml': sealed }), [
    'workload/2.yaml:1 schema/not-linted',
  ])
})

test('what merely looks like a cipher is judged, where SOPS has not signed it', () => {
  const secret = manifest('v1 Secret shop/db', `stringData: {password: ${cipher}}\n`)
  assert.equal(rules({ 'a/1.yaml': secret }), ['a/1.yaml:4 security/secret-data'])
})

test.run()
