import { lint } from '@espalier/linter'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { application } from './engine-objects.ts'
import { fleetOf, manifest } from './fleet-of.ts'

// That a destination is unused is said only where all that the Applications of a project deliver is known.

const test = suite('destinations that nothing is delivered into')

const address = 'https://github.com/acme/fleet'
const project = manifest(
  'argoproj.io/v1alpha1 AppProject argocd/shop',
  `spec: {sourceRepos: ["*"], clusterResourceWhitelist: [{group: "*", kind: "*"}], destinations: [{name: b, namespace: shop}, {name: b, namespace: extra}]}\n`,
)
const source = `repoURL: "${address}", targetRevision: main, path: b/cart`
const app = application('cart', `destination: {name: b, namespace: shop}, source: {${source}}`)
const settings = manifest('v1 ConfigMap shop/m')

const sealed = manifest(
  'example.com/v1 Widget extra/n',
  'sops: {version: "3"}\nspec: {a: "ENC[AES256_GCM,data:x]"}\n',
)

const isUnused = (more: Readonly<Record<string, string>>, apps = app) =>
  lint([fleetOf({ 'hub/apps.yaml': apps, 'hub/project.yaml': project, ...more })]).findings.some(
    ({ rule }) => rule === 'gitops/project-destination-unused',
  )

test('a plain folder is known once every document of it is an object', () => {
  const beside = (text: string) => isUnused({ 'b/cart/all.yaml': settings, 'b/cart/more.yaml': text })
  assert.is(beside(''), true)
  assert.is(beside('# nothing yet\n'), true)
  assert.is(beside(manifest('v1 ConfigMap extra/n')), false)
  assert.is(beside('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: n, namespace: {{ ns }} }\n'), false)
  assert.is(beside('kind: ConfigMap\nmetadata: [\n'), false)
  assert.is(beside('{{ range .all }}\nkind: ConfigMap\n{{ end }}\n'), false)
  assert.is(
    beside('apiVersion: batch/v1\nkind: Job\nmetadata: {generateName: n-, namespace: extra}\n'),
    false,
  )
  assert.is(beside(sealed), false)
  assert.is(beside(manifest('v1 ConfigMap n').replace('{name: n', `{name: n, namespace: "\${NS}"`)), false)
})

test('a kustomization is known once all that it makes is', () => {
  const built = (fields: string) =>
    isUnused({ 'b/cart/all.yaml': settings, 'b/cart/kustomization.yaml': `resources: [all.yaml]\n${fields}` })
  assert.is(built(''), true)
  assert.is(built('namespace: shop\nconfigMapGenerator: [{name: n, literals: [a=b]}]\n'), true)
  assert.is(built('namespace: extra\n'), false)
  assert.is(built('configMapGenerator: [{name: n, namespace: extra, literals: [a=b]}]\n'), false)
  assert.is(built('helmCharts: [{name: n, namespace: extra, repo: "https://charts.example"}]\n'), false)
  assert.is(built('components: ["https://github.com/acme/other//n?ref=v1"]\n'), false)
  const remote = 'namespace: extra\nresources: ["https://github.com/acme/other//n?ref=v1"]\n'
  assert.is(isUnused({ 'b/cart/kustomization.yaml': remote }), false)
  const generates = 'namespace: extra\nconfigMapGenerator: [{name: n, literals: [a=b]}]\n'
  assert.is(isUnused({ 'b/cart/kustomization.yaml': generates }), false)
  const encrypted = { 'b/cart/kustomization.yaml': 'resources: [all.yaml]\n', 'b/cart/all.yaml': sealed }
  assert.is(isUnused(encrypted), false)
  const unreadable = {
    'b/cart/kustomization.yaml': 'resources: [all.yaml]\n',
    'b/cart/all.yaml': 'kind: [\n',
  }
  assert.is(isUnused(unreadable), false)
})

test('a folder that is delivered as it lies is not known by what a kustomization makes of it', () => {
  const plain = app.replace('path: b/cart', 'path: b/cart, directory: {recurse: true}')
  const files = { 'b/cart/all.yaml': manifest('v1 ConfigMap extra/m') }
  assert.is(isUnused(files, plain), false)
  const over = { 'b/over/kustomization.yaml': 'namespace: shop\nresources: [../cart/all.yaml]\n' }
  assert.is(isUnused({ ...files, ...over }, plain), false)
  const patching = `resources: ["https://x/n?ref=v1"]\npatches: [{path: ../cart/all.yaml}]\n`
  assert.is(isUnused({ ...files, 'b/over/kustomization.yaml': patching }, plain), false)
  const above = { 'b/kustomization.yaml': 'resources: [m.yaml]\n', 'b/m.yaml': settings }
  assert.is(isUnused({ ...files, ...above }, plain), false)
})

test('a path that is not there delivers nothing that is known', () => {
  assert.is(isUnused({ 'b/till/all.yaml': settings }), false)
})

test('what an Application of the project takes from elsewhere may come anywhere', () => {
  const files = { 'b/cart/all.yaml': settings }
  const other = (spec: string) =>
    app + application('other', `destination: {name: b, namespace: shop}, ${spec}`)
  const chart = '{repoURL: "https://charts.example", chart: n, targetRevision: 1.0.0}'
  assert.is(isUnused(files, other(`source: {${source}}`)), true)
  assert.is(isUnused(files, other(`source: ${chart}`)), false)
  assert.is(isUnused(files, other(`sources: [{${source}}, ${chart}]`)), false)
})

test('an Application that somebody may change, or of an unknown cluster, leaves it open', () => {
  const files = { 'b/cart/all.yaml': settings }
  const other = {
    'hub/more/other.yaml': app.replace('cart', 'other').replace('project: shop', 'project: tea'),
  }
  assert.is(isUnused({ ...files, ...other }), true)
  const beside = { 'hub/more/kustomization.yaml': 'resources: [m.yaml]\n', 'hub/more/m.yaml': settings }
  assert.is(isUnused({ ...files, ...other, ...beside }), false)
  const both = application(
    'both',
    `destination: {name: b, server: "https://b.example", namespace: shop}, source: {${source}}`,
  )
  const built = { ...files, 'b/cart/kustomization.yaml': 'resources: [all.yaml]\n' }
  assert.is(isUnused(built), true)
  assert.is(isUnused(built, app + both), false)
})

test('an Application whose project is yet to be filled in may be of any', () => {
  const other = application(
    'other',
    `destination: {name: b, namespace: extra}, source: {repoURL: "https://x", chart: n}`,
  )
  const files = { 'b/cart/all.yaml': settings }
  const of = (name: string) => isUnused(files, app + other.replace('project: shop', `project: ${name}`))
  assert.is(of('tea'), true)
  assert.is(of(`"\${PROJECT}"`), false)
  assert.is(of('"{{ project }}"'), false)
})

const setOf = (from: string, more = '', own = '') =>
  manifest(
    'argoproj.io/v1alpha1 ApplicationSet argocd/cart',
    `spec: {generators: [{list: {elements: [{url: "${address}", chart: ""}, {url: "https://x", chart: n}]${own}}}], ${more}template: {metadata: {name: cart}, spec: {project: shop, destination: {name: b, namespace: shop}, ${from}}}}\n`,
  )

test('an ApplicationSet is known once its template alone says what it makes, and all of that is here', () => {
  const set = (from: string, more = '', own = '') =>
    isUnused({ 'b/cart/all.yaml': settings }, setOf(from, more, own))
  const own = `source: {${source}}`
  assert.is(set(own), true)
  assert.is(set(own, 'templatePatch: "metadata: {labels: {a: b}}", '), false)
  assert.is(set(own, '', ', template: {spec: {source: {path: b/cart}}}'), false)
  assert.is(set('source: {repoURL: "{{url}}", targetRevision: main, path: b/cart}'), false)
  assert.is(set(`source: {${source}, chart: "{{chart}}"}`), false)
  assert.is(set(`sources: [{${source}}, {repoURL: "https://x", chart: n, targetRevision: 1.0.0}]`), false)
})

test('an ApplicationSet with a templatePatch may make Applications of any project', () => {
  const beside = (more: string) =>
    isUnused(
      { 'b/cart/all.yaml': settings },
      app + setOf(`source: {${source}}`, more).replace('project: shop', 'project: tea'),
    )
  assert.is(beside(''), true)
  assert.is(beside('templatePatch: "metadata: {labels: {a: b}}", '), false)
})

test.run()
