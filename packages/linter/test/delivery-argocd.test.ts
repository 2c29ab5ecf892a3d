import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { application, attributed, settings } from './attributed.ts'
import { shopModel } from './shop-model.ts'

const test = suite('what Argo CD delivers')

const inCluster = 'server: https://kubernetes.default.svc'
const of = (clusters: Readonly<Record<string, readonly string[]>>, prefix: string) =>
  Object.keys(clusters).filter(path => path.startsWith(prefix))

test('a plain directory is read as Argo CD reads it: not its folders, unless it says so; globs cross slashes', () => {
  const files = {
    'a/1.yaml': settings,
    'a/2.yml': settings,
    'a/3.txt': settings,
    'a/deep/4.yaml': settings,
    'a/deep/5.yaml': `# +argocd:skip-file-rendering\n${settings}`,
  }
  const taken = (directory: string) =>
    of(attributed({ ...files, 'app.yaml': application('a', 'name: east', 'a', directory) }).clusters, 'a/')
  assert.equal(taken(''), ['a/1.yaml', 'a/2.yml'])
  assert.equal(taken(', directory: {recurse: true}'), ['a/1.yaml', 'a/2.yml', 'a/deep/4.yaml'])
  assert.equal(taken(', directory: {recurse: true, include: "*.yaml"}'), ['a/1.yaml', 'a/deep/4.yaml'])
  assert.equal(taken(', directory: {recurse: true, include: "{1,2}.*", exclude: "2*"}'), ['a/1.yaml'])
  assert.equal(taken(', directory: {recurse: true, exclude: "deep/*"}'), ['a/1.yaml', 'a/2.yml'])
})

test('a folder with a kustomization.yaml is what that leads to, a chart nothing that can be read', () => {
  const { clusters } = attributed({
    'app.yaml': application('a', 'name: east', 'a') + application('c', 'name: west', 'c'),
    'a/kustomization.yaml': 'resources: [../base, own.yaml]\ncomponents: [../more]\n',
    'a/own.yaml': settings,
    'a/left-out.yaml': settings,
    'base/kustomization.yaml': 'resources: [x.yaml, https://example.com/y.yaml]\n',
    'base/x.yaml': settings,
    'more/kustomization.yaml': 'kind: Component\nresources: [z.yaml]\n',
    'more/z.yaml': settings,
    'c/Chart.yaml': 'name: c\n',
    'c/values.yaml': 'a: 1\n',
    'c/crds/crd.yaml': settings,
  })
  assert.equal(clusters, {
    'a/own.yaml': ['east'],
    'app.yaml': ['in-cluster'],
    'base/x.yaml': ['east'],
    'c/crds/crd.yaml': ['west'],
    'more/z.yaml': ['east'],
  })
})

test('only sources of this repository count, by whatever address it is known', () => {
  const files = (url: string) => ({
    'app.yaml': application('a', 'name: east', 'a').replace('https://github.com/acme/fleet.git', url),
    'a/1.yaml': settings,
  })
  const isOwn = (url: string, about = {}) => 'a/1.yaml' in attributed(files(url), about).clusters
  assert.ok(isOwn('git@github.com:acme/fleet.git'))
  assert.ok(isOwn('ssh://git@GitHub.com/acme/fleet'))
  assert.not(isOwn('https://github.com/acme/other'))
  // Where nobody says the address, the one that leads to folders that are here is taken, and it is said.
  const alone = { isSaid: false, urls: ['https://git.example.com/mirror'] }
  assert.ok(isOwn('https://github.com/acme/other', alone))
  assert.equal(
    attributed(files('https://github.com/acme/other'), alone).remarks[0],
    'https://github.com/acme/other is taken for the address of this repository',
  )
})

test('a list of sources replaces the single one, and a source that only lends its values is none', () => {
  const { clusters } = attributed({
    'app.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: a}
spec:
  destination: {name: east}
  source: {repoURL: "https://github.com/acme/fleet", path: b}
  sources:
    - {repoURL: "https://charts.example.com", chart: x, helm: {valueFiles: [$values/v.yaml]}}
    - {repoURL: "https://github.com/acme/fleet", ref: values}
    - {repoURL: "https://github.com/acme/fleet", path: a}
`,
    'a/1.yaml': settings,
    'b/1.yaml': settings,
  })
  assert.equal(Object.keys(clusters), ['a/1.yaml', 'app.yaml'])
})

test('an app of apps hands its cluster on; one that names another does not', () => {
  const { clusters, remarks } = attributed({
    'root.yaml': application('root', inCluster, 'apps'),
    'apps/own.yaml': application('own', 'name: in-cluster', 'own'),
    'apps/east.yaml': application('east', 'name: east', 'east'),
    'own/1.yaml': settings,
    'east/1.yaml': settings,
  })
  assert.equal(clusters, {
    'apps/east.yaml': ['in-cluster'],
    'apps/own.yaml': ['in-cluster'],
    'east/1.yaml': ['east'],
    'own/1.yaml': ['in-cluster'],
    'root.yaml': ['in-cluster'],
  })
  assert.equal(remarks, [
    'the cluster that Argo CD runs in is called in-cluster here, since nothing names it',
  ])
})

test('the cluster of Argo CD has the name that somebody gives it: its Secret, the topology, or --cluster', () => {
  const files = { 'root.yaml': application('root', inCluster, 'own'), 'own/1.yaml': settings }
  const name = (more = {}, about = {}) => attributed({ ...files, ...more }, about).clusters['own/1.yaml']
  const secret = (data: string) =>
    `apiVersion: v1\nkind: Secret\nmetadata: {name: c, labels: {argocd.argoproj.io/secret-type: cluster}}\n${data}\n`
  assert.equal(name({ 's.yaml': secret(`stringData: {name: hub, ${inCluster}}`) }), ['hub'])
  assert.equal(name({}, { model: shopModel('') }), ['config'])
  assert.equal(name({}, { given: () => [{ cluster: 'mine', by: 'named' }] }), ['mine'])
})

test('several Argo CDs are told by what each has under the same name, and then nobody guesses', () => {
  const { clusters, deliveries } = attributed({
    'east/root.yaml': application('root', inCluster, 'east/apps'),
    'west/root.yaml': application('root', inCluster, 'west/apps'),
    'east/apps/a.yaml': settings,
    'west/apps/a.yaml': settings,
  })
  assert.equal(clusters['east/apps/a.yaml'], [])
  assert.match(
    String(deliveries[0]?.[2]),
    /^\? Application argocd\/root is in east\/root\.yaml and in west\/root\.yaml, so there are several Argo CDs/,
  )
})

test('a destination is a cluster of the topology by its name, address or ARN, or by its Secret', () => {
  const model = shopModel(
    `  - {name: far, role: workload, aws: {vpc: vpc-0aaaaaaaaaaaaaaa9}, destination: {server: "https://10.0.0.1"}, eks: {name: far-eks}}\n`,
  )
  const target = (destination: string) =>
    attributed(
      {
        'app.yaml': application('a', destination, 'a'),
        'a/1.yaml': settings,
        's.yaml': `apiVersion: v1\nkind: Secret\nmetadata: {name: c, labels: {argocd.argoproj.io/secret-type: cluster}}\ndata: {name: ${btoa('far-by-secret')}, server: ${btoa('https://10.0.0.1')}}\n`,
      },
      { model },
    ).clusters['a/1.yaml']
  assert.equal(target('server: https://10.0.0.1/'), ['far'])
  assert.equal(target('name: far-by-secret'), ['far'])
  assert.equal(target('server: "arn:aws:eks:us-west-2:111122223333:cluster/far-eks"'), ['far'])
  assert.equal(target('name: elsewhere'), ['elsewhere'])
  assert.equal(target('server: https://10.0.0.9'), ['https://10.0.0.9'])
  assert.equal(target('name: far, server: https://10.0.0.1'), undefined)
})

test('what a kustomization patches in an Application is not taken as it is written', () => {
  const files = {
    'overlay/kustomization.yaml':
      'resources: [../apps/app.yaml]\npatches: [{target: {kind: Application}, patch: "[{op: replace, path: /spec/destination/name, value: west}]"}]\n',
    'apps/app.yaml': application('a', 'name: east', 'a'),
    'a/1.yaml': settings,
  }
  const { clusters, deliveries } = attributed(files)
  assert.equal(clusters['a/1.yaml'], undefined)
  assert.equal(deliveries, [['Application argocd/a', 'a', '? overlay/kustomization.yaml patches it']])
})

test('what others say of a file before the engines are asked stays', () => {
  const files = {
    'app.yaml': application('a', 'name: east', 'a'),
    'a/1.yaml': settings,
    'a/2.yaml': settings,
  }
  const { clusters } = attributed(files, {
    given: path =>
      path === 'a/1.yaml' ? [{ cluster: 'west', by: 'listed' }] : [{ cluster: 'north', by: 'named' }],
  })
  assert.equal(clusters, { 'a/2.yaml': ['east'], 'app.yaml': ['north'] })
})

test.run()
