import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { application, attributed, kustomization, settings } from './attributed.ts'
import { shopModel } from './shop-model.ts'

const test = suite('what Flux delivers')

const sync = (path: string) => kustomization('flux-system', path)

test('the folder that Flux syncs names the cluster, and what stands in it inherits that', () => {
  const { clusters, remarks } = attributed({
    'clusters/east/flux-system/gotk-sync.yaml': sync('./clusters/east'),
    'clusters/east/apps.yaml': kustomization('apps', './apps'),
    'clusters/west/flux-system/gotk-sync.yaml': sync('clusters/west/'),
    'clusters/west/apps.yaml': kustomization('apps', './apps'),
    'apps/1.yaml': settings,
    'other/1.yaml': settings,
  })
  assert.equal(clusters, {
    'apps/1.yaml': ['east', 'west'],
    'clusters/east/apps.yaml': ['east'],
    'clusters/east/flux-system/gotk-sync.yaml': ['east'],
    'clusters/west/apps.yaml': ['west'],
    'clusters/west/flux-system/gotk-sync.yaml': ['west'],
  })
  assert.equal(remarks, [
    'clusters east, west are named after what Flux syncs there: clusters/east, clusters/west',
  ])
})

test('a topology names the clusters by its entries', () => {
  const model = shopModel('')
  const { clusters, remarks } = attributed(
    {
      'fleet/east/flux/flux-system/gotk-sync.yaml': sync('./fleet/east/flux'),
      'fleet/east/flux/apps.yaml': kustomization('apps', './apps'),
      'apps/1.yaml': settings,
    },
    { model },
  )
  assert.equal([clusters['apps/1.yaml'], remarks], [['east'], []])
})

test('without a kustomization.yaml everything below counts, but a folder that has one is what that says', () => {
  const { clusters } = attributed({
    'clusters/east/apps.yaml': kustomization('apps', './apps'),
    'apps/1.yaml': settings,
    'apps/deep/2.yml': settings,
    'apps/deep/er/3.json': '{}',
    'apps/own/kustomization.yaml': 'resources: [4.yaml]\n',
    'apps/own/4.yaml': settings,
    'apps/own/5.yaml': settings,
    'apps/own/deep/6.yaml': settings,
  })
  assert.equal(Object.keys(clusters), [
    'apps/1.yaml',
    'apps/deep/2.yml',
    'apps/own/4.yaml',
    'clusters/east/apps.yaml',
  ])
})

test('a kubeconfig leads to another cluster: by its Secret’s name, or by the ARN in a ConfigMap', () => {
  const target = (rest: string) =>
    attributed({
      'clusters/hub/apps.yaml': kustomization('apps', './apps', `, kubeConfig: ${rest}`),
      'clusters/hub/config.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: west-config}\ndata: {provider: aws, cluster: "arn:aws:eks:us-west-2:111122223333:cluster/west"}\n',
      'apps/1.yaml': settings,
    }).clusters['apps/1.yaml']
  assert.equal(target('{secretRef: {name: east-kubeconfig}}'), ['east'])
  assert.equal(target('{configMapRef: {name: west-config}}'), ['west'])
  assert.equal(target('{}'), undefined)
})

test('a source that is another repository delivers nothing from this one', () => {
  const repository = (url: string) =>
    `apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: apps, namespace: flux-system}\nspec: {url: "${url}"}\n`
  const isDelivered = (url: string) =>
    'apps/1.yaml' in
    attributed({
      'clusters/east/source.yaml': repository(url),
      'clusters/east/apps.yaml': kustomization('apps', './apps').replace(
        'name: flux-system}}',
        'name: apps}}',
      ),
      'apps/1.yaml': settings,
    }).clusters
  assert.ok(isDelivered('ssh://git@github.com/acme/fleet'))
  assert.not(isDelivered('https://github.com/acme/apps'))
})

test('an ArtifactGenerator says which folder an artifact was, and each cluster has its own', () => {
  const generator = (cluster: string) => `apiVersion: source.extensions.fluxcd.io/v1beta1
kind: ArtifactGenerator
metadata: {name: flux-system, namespace: flux-system}
spec:
  sources: [{alias: repo, kind: GitRepository, name: flux-system}]
  artifacts:
    - name: apps
      copy: [{from: "@repo/apps/base/**", to: "@artifact/base/"}, {from: "@repo/apps/${cluster}/**", to: "@artifact/own/"}]
`
  const apps = kustomization('apps', './own').replace(
    'kind: GitRepository, name: flux-system',
    'kind: ExternalArtifact, name: apps',
  )
  const { clusters } = attributed({
    'clusters/east/artifacts.yaml': generator('east'),
    'clusters/east/apps.yaml': apps,
    'clusters/west/artifacts.yaml': generator('west'),
    'clusters/west/apps.yaml': apps,
    'apps/east/kustomization.yaml': 'resources: [../base/1.yaml]\n',
    'apps/west/2.yaml': settings,
    'apps/base/1.yaml': settings,
  })
  assert.equal([clusters['apps/base/1.yaml'], clusters['apps/west/2.yaml']], [['east'], ['west']])
})

test('a path that Flux has yet to fill in, and a Kustomization that nothing delivers, stay open', () => {
  const open = ['./apps/$', '{cluster}'].join('')
  const { deliveries } = attributed({
    'clusters/east/apps.yaml': kustomization('apps', `"${open}"`),
    'tenants/apps.yaml': kustomization('tenant', './apps'),
    'apps/1.yaml': settings,
  })
  assert.equal(deliveries, [
    ['Kustomization flux-system/apps', '', `? its path is "${open}", which the files do not fill in`],
    ['Kustomization flux-system/tenant', 'apps', '? nothing in the files says which cluster holds it'],
  ])
})

test('a FluxInstance syncs its own folder, and what Flux delivers of Argo CD is in that cluster', () => {
  const { clusters } = attributed({
    'clusters/hub/flux.yaml':
      'apiVersion: fluxcd.controlplane.io/v1\nkind: FluxInstance\nmetadata: {name: flux, namespace: flux-system}\nspec: {sync: {kind: GitRepository, url: "https://github.com/acme/fleet", path: clusters/hub}}\n',
    'clusters/hub/argocd.yaml': kustomization('argocd', './argocd'),
    'argocd/apps.yaml': application('own', 'server: https://kubernetes.default.svc', 'own'),
    'own/1.yaml': settings,
  })
  assert.equal(clusters['own/1.yaml'], ['hub'])
})

test.run()
