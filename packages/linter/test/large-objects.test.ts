import { lint } from '@espalier/linter'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { application } from './engine-objects.ts'
import { fleetOf, manifest } from './fleet-of.ts'

const test = suite('objects too large for an annotation')

const source = 'repoURL: https://github.com/acme/fleet, targetRevision: refs/heads/main'
const delivers = (more = '') =>
  application('crds', `destination: {name: a}, source: {${source}, path: ./a/crds/}${more}`).replace(
    'project: shop',
    'project: default',
  )
const sized = (bytes: number, metadata = 'name: large') => {
  const head = `apiVersion: v1\nkind: ConfigMap\nmetadata: {${metadata}}\ndata:\n  text: `
  const around = JSON.stringify({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'large' },
    data: { text: '' },
  })
  return `${head}${'x'.repeat(bytes - around.length)}\n`
}

const rules = (text: string, app = delivers()) =>
  lint([fleetOf({ 'a/app.yaml': app, 'a/crds/1.yaml': text, 'a/other/1.yaml': manifest('v1 ConfigMap m') })])
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule, span }) => `${span.file}:${span.line} ${rule}`)

const rule = 'gitops/large-object-applied-by-client'

test('an object of a byte too much in the path of an Application needs an apply at the server', () => {
  assert.equal(rules(sized(262144)), [])
  assert.equal(rules(sized(262145)), [`a/app.yaml:4 ${rule}`])
})

test('the option may be the Application’s or the object’s own', () => {
  const option = ', syncPolicy: {syncOptions: [ServerSideApply=true]}'
  assert.equal(rules(sized(270000), delivers(option)), [])
  const own = 'name: large, annotations: {argocd.argoproj.io/sync-options: "Prune=false, Replace=true"}'
  assert.equal(rules(sized(270000, own)), [])
})

test('what lies in another path is another Application’s', () => {
  const elsewhere = delivers().replace('./a/crds/', 'a/other')
  assert.equal(rules(sized(270000), elsewhere), [])
})

test.run()
