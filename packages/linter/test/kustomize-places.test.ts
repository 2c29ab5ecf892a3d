import { createLocate, settle, within } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { build } from '../src/kustomize/build.ts'
import { filesOf } from '../src/kustomize/files-of.ts'

// Findings point into the file that a person edits: the patch that set a field, else the document.

const test = suite('places in built objects')

const route = `kind: HTTPRoute
apiVersion: gateway.networking.k8s.io/v1
metadata:
  name: cart
spec:
  hostnames:
    - a.example.com
    - b.example.com
  rules:
    - name: first
      backendRefs:
        - name: cart
    - name: second
      backendRefs:
        - name: basket
`

/** Where fields of the first object stand, as `file:line`, after a kustomization has had its way. */
function places(
  kustomization: string,
  more: Readonly<Record<string, string>>,
  ...paths: readonly (readonly (string | number)[])[]
): readonly string[] {
  const texts = { 'base/route.yaml': route, 'kustomization.yaml': kustomization, ...more }
  const sources = Object.entries(texts).map(([file, text]) => ({ file, text }))
  const { documents, remarks } = build('', filesOf(sources))
  assert.equal(
    remarks.filter(({ kind }) => kind === 'broken').map(({ message }) => message),
    [],
  )
  const [document] = documents
  assert.ok(document)
  const locate = createLocate()
  return paths.map(path => {
    const { file, line } = locate(settle(within(document.place, ...path)))
    return `${file}:${line}`
  })
}

const take = 'resources: [base/route.yaml]\n'

test('a field that nothing changed stands in its document', () => {
  assert.equal(places(`${take}namePrefix: x-\n`, {}, ['metadata', 'name'], ['spec', 'rules', 1, 'name']), [
    'base/route.yaml:4',
    'base/route.yaml:13',
  ])
})

test('what the kustomization sets stands in the kustomization', () => {
  const text = `${take}namespace: shop\ncommonLabels:\n  team: shop\nlabels:\n  - pairs:\n      env: prod\n`
  const found = places(
    text,
    {},
    ['metadata', 'namespace'],
    ['metadata', 'labels', 'team'],
    ['metadata', 'labels', 'env'],
  )
  assert.equal(found, ['kustomization.yaml:2', 'kustomization.yaml:4', 'kustomization.yaml:7'])
})

test('what a strategic merge sets stands in the patch, what it leaves in the document', () => {
  const patch = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: cart
  annotations:
    note: x
spec:
  hostnames:
    - c.example.com
`
  const found = places(
    `${take}patches: [{path: patch.yaml}]\n`,
    { 'patch.yaml': patch },
    ['spec', 'hostnames', 0],
    ['metadata', 'annotations', 'note'],
    ['metadata', 'name'],
    ['spec', 'rules', 0, 'backendRefs', 0],
  )
  assert.equal(found, ['patch.yaml:9', 'patch.yaml:6', 'base/route.yaml:4', 'base/route.yaml:12'])
})

test('items of a list take their places along when a JSON patch moves them', () => {
  const operations = `- op: add
  path: /spec/rules/0
  value: {name: new, backendRefs: [{name: other}]}
- op: remove
  path: /spec/hostnames/0
- op: replace
  path: /spec/rules/2/backendRefs/0/name
  value: bag
`
  const found = places(
    `${take}patches: [{path: patch.yaml, target: {kind: HTTPRoute}}]\n`,
    { 'patch.yaml': operations },
    ['spec', 'rules', 0, 'backendRefs', 0, 'name'],
    ['spec', 'rules', 1, 'name'],
    ['spec', 'rules', 2, 'backendRefs', 0],
    ['spec', 'rules', 2, 'backendRefs', 0, 'name'],
    ['spec', 'hostnames', 0],
  )
  assert.equal(found, [
    'patch.yaml:3',
    'base/route.yaml:10',
    'base/route.yaml:15',
    'patch.yaml:8',
    // A text in a list cannot be told from another, so the list is pointed at.
    'base/route.yaml:7',
  ])
})

test('a patch that is text within the kustomization is pointed at as a whole', () => {
  const text = `${take}patches:
  - target: {kind: HTTPRoute}
    patch: |
      - op: replace
        path: /spec/hostnames/1
        value: c.example.com
`
  assert.equal(places(text, {}, ['spec', 'hostnames', 1], ['spec', 'hostnames', 0]), [
    'kustomization.yaml:4',
    'base/route.yaml:7',
  ])
})

test('an item of a List keeps its place in the List', () => {
  const list = `apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: ConfigMap\n    metadata:\n      name: m\n    data: {a: b}\n`
  const found = places('resources: [list.yaml]\nnameSuffix: -x\n', { 'list.yaml': list }, ['data', 'a'])
  assert.equal(found, ['list.yaml:8'])
})

test.run()
