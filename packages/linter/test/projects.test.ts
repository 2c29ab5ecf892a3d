import { lint } from '@espalier/linter'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { application } from './engine-objects.ts'
import { fleetOf, manifest } from './fleet-of.ts'

const test = suite('what AppProjects admit')

const address = 'https://github.com/acme/fleet'
const projectWith = (spec: string) =>
  manifest('argoproj.io/v1alpha1 AppProject argocd/shop', `spec: {${spec}}\n`)
const app = application(
  'cart',
  `destination: {name: b, namespace: shop}, source: {repoURL: "${address}", targetRevision: main, path: b/cart}`,
)
const open = `sourceRepos: ["${address}"], destinations: [{name: b, namespace: shop}]`

const found = (project: string, more: Readonly<Record<string, string>> = {}) =>
  lint([
    fleetOf({
      'hub/apps.yaml': app,
      'hub/project.yaml': project,
      'b/cart/all.yaml': manifest('v1 ConfigMap shop/m'),
      ...more,
    }),
  ])
    .findings.filter(({ rule }) => rule.endsWith('-not-in-project'))
    .map(({ rule }) => rule.slice('gitops/'.length))

test('a project that says what its Applications need is right', () => {
  assert.equal(found(projectWith(open)), [])
})

test('a kind has to be on the list of those that are admitted, and off the other', () => {
  const kinds = (list: string) => found(projectWith(`${open}, ${list}`))
  assert.equal(kinds('namespaceResourceWhitelist: [{group: "", kind: "Config*"}]'), [])
  assert.equal(kinds('namespaceResourceWhitelist: [{group: "", kind: Service}]'), ['kind-not-in-project'])
  assert.equal(kinds('namespaceResourceBlacklist: [{group: "*", kind: ConfigMap}]'), ['kind-not-in-project'])
  assert.equal(kinds('namespaceResourceBlacklist: [{group: apps, kind: ConfigMap}]'), [])
  // Argo CD in some version takes an empty list for none.
  assert.equal(kinds('namespaceResourceWhitelist: []'), [])
})

test('a kind that nobody knows is refused only where it would be either way', () => {
  const widget = { 'b/cart/widget.yaml': manifest('example.com/v1 Widget w') }
  assert.equal(found(projectWith(open), widget), [])
  const listed = projectWith(`${open}, namespaceResourceWhitelist: [{group: "", kind: "*"}]`)
  assert.equal(found(listed, widget), ['kind-not-in-project'])
  const scope =
    'spec: {group: example.com, names: {kind: Widget, plural: widgets}, scope: Cluster, versions: []}\n'
  const crd = manifest('apiextensions.k8s.io/v1 CustomResourceDefinition widgets.example.com', scope)
  assert.equal(found(projectWith(open), { ...widget, 'a/crd.yaml': crd }), ['kind-not-in-project'])
})

test('of the kinds of networking.k8s.io, those of the cluster’s own addresses have no namespace', () => {
  const listed = projectWith(`${open}, clusterResourceWhitelist: [{group: networking.k8s.io, kind: "*"}]`)
  for (const kind of ['v1 ServiceCIDR', 'v1 IPAddress', 'v1alpha1 ClusterCIDR', 'v1 IngressClass']) {
    const one = { 'b/cart/one.yaml': manifest(`networking.k8s.io/${kind} a`) }
    assert.equal(found(projectWith(open), one), ['kind-not-in-project'])
    assert.equal(found(listed, one), [])
  }
  const none = projectWith(`${open}, namespaceResourceWhitelist: [{group: "", kind: "*"}]`)
  const policy = { 'b/cart/one.yaml': manifest('networking.k8s.io/v1 NetworkPolicy shop/a') }
  assert.equal(found(projectWith(open), policy), [])
  assert.equal(found(none, policy), ['kind-not-in-project'])
})

test('what is yet to be filled in may be anything', () => {
  const placeholders = `sourceRepos: ["\${REPO}"], destinations: [{name: "\${NAME}", namespace: "\${NAMESPACE}"}]`
  assert.equal(found(projectWith(placeholders)), [])
  assert.equal(found(projectWith(`${open}, namespaceResourceBlacklist: [{group: "", kind: "\${KIND}"}]`)), [])
  assert.equal(
    found(projectWith(`${open}, namespaceResourceWhitelist: [{group: "", kind: "{{ kind }}"}]`)),
    [],
  )
})

test('what argocd-cm adds to projects is not known, and neither is what a Secret gives to one', () => {
  const other = projectWith(
    'sourceRepos: ["https://github.com/acme/other"], destinations: [{name: b, namespace: shop}]',
  )
  const settings = manifest('v1 ConfigMap argocd/argocd-cm', 'data: {globalProjects: "[]"}\n')
  const secret = (project: string) =>
    `apiVersion: v1\nkind: Secret\nmetadata: {name: r, namespace: argocd, labels: {argocd.argoproj.io/secret-type: repository}}\nstringData: {project: ${project}}\n`
  assert.equal(found(other), ['source-not-in-project'])
  assert.equal(found(other, { 'hub/cm.yaml': settings }), [])
  assert.equal(found(other, { 'hub/r.yaml': secret('shop') }), [])
  assert.equal(found(other, { 'hub/r.yaml': secret('tea') }), ['source-not-in-project'])
})

const overlay = (namespace: string, more = '') => `namespace: ${namespace}\nresources: [../base]\n${more}`
const role = manifest('rbac.authorization.k8s.io/v1 ClusterRole reader', 'rules: []\n')
const base = {
  'b/base/kustomization.yaml': 'resources: [all.yaml]\n',
  'b/base/all.yaml': manifest('v1 ConfigMap m') + role,
}
const dropped =
  'patches: [{patch: "$patch: delete\\napiVersion: rbac.authorization.k8s.io/v1\\nkind: ClusterRole\\nmetadata: {name: reader}\\n"}]\n'
const prod = {
  'hub/prod.yaml':
    app
      .replace('{name: cart,', '{name: prod,')
      .replace('b/cart', 'b/prod')
      .replace('project: shop', 'project: prod') +
    manifest(
      'argoproj.io/v1alpha1 AppProject argocd/prod',
      `spec: {sourceRepos: ["${address}"], destinations: [{name: b, namespace: "*"}], clusterResourceWhitelist: [{group: "*", kind: "*"}]}\n`,
    ),
  'b/prod/kustomization.yaml': overlay('prod'),
}

test('of two overlays of one base, each counts as what is built of it', () => {
  const cart = (more: string) => ({
    ...base,
    'b/cart/kustomization.yaml': overlay('shop', more),
    'b/cart/all.yaml': '',
  })
  assert.equal(found(projectWith(open), cart('')), ['kind-not-in-project'])
  assert.equal(found(projectWith(open), cart(dropped)), [])
  assert.equal(found(projectWith(open), { ...cart(dropped), ...prod }), [])
  assert.equal(found(projectWith(open), { ...cart(''), ...prod }), ['kind-not-in-project'])
})

test('the namespace that a kustomization gives counts, and none where the Application gives another', () => {
  const cart = { ...base, 'b/cart/kustomization.yaml': overlay('tea', dropped), 'b/cart/all.yaml': '' }
  assert.equal(found(projectWith(open), cart), ['namespace-not-in-project'])
  const moved = app.replace('b/cart', 'b/cart, kustomize: {namespace: shop}')
  assert.equal(found(projectWith(open), { ...cart, 'hub/apps.yaml': moved }), [])
})

test('a file that a kustomization takes in as well is not judged as that makes it', () => {
  const plain = app.replace('b/cart', 'b/cart, directory: {recurse: true}')
  const over = (namespace: string) => ({
    'hub/apps.yaml': plain,
    'b/over/kustomization.yaml': `namespace: ${namespace}\nresources: [../cart/all.yaml]\n`,
  })
  assert.equal(found(projectWith(open), over('tea')), [])
})

test('an Application that a kustomization may have left out or changed is not judged', () => {
  const closed = projectWith(`${open}, namespaceResourceBlacklist: [{group: "*", kind: ConfigMap}]`)
  assert.equal(found(closed), ['kind-not-in-project'])
  assert.equal(found(closed, { 'hub/kustomization.yaml': 'resources: [project.yaml]\n' }), [])
})

test('what goes to another cluster is not what this one gets', () => {
  const twin = {
    'c/cart/all.yaml': manifest('v1 Namespace n'),
    'hub/c.yaml': app.replace('b/cart', 'c/cart').replace('{name: cart,', '{name: twin,'),
  }
  assert.equal(found(projectWith(open), twin), [])
})

test('a templatePatch may give an Application another project, and another source', () => {
  const set = (more: string) =>
    manifest(
      'argoproj.io/v1alpha1 ApplicationSet argocd/cart',
      `spec: {generators: [{list: {elements: [{name: b}]}}], ${more}template: {metadata: {name: cart}, spec: {project: shop, destination: {name: b, namespace: shop}, source: {repoURL: "${address}", targetRevision: main, path: b/cart}}}}\n`,
    )
  const other = projectWith(
    'sourceRepos: ["https://github.com/acme/other"], destinations: [{name: b, namespace: tea}], namespaceResourceWhitelist: [{group: "", kind: Service}]',
  )
  assert.equal(found(other, { 'hub/apps.yaml': set('') }).sort(), [
    'destination-not-in-project',
    'kind-not-in-project',
    'source-not-in-project',
  ])
  assert.equal(found(other, { 'hub/apps.yaml': set('templatePatch: "spec: {project: {{.name}}}", ') }), [])
})

test.run()
