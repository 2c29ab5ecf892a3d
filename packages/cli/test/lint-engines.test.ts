import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { inSandbox } from './sandbox.ts'
import { topology, withTree } from './shop-tree.ts'

// Engines beside the other ways to say which files belong to which cluster.

const test = suite('lint, what engines deliver')

const application = (name: string, cluster: string, path: string, url = 'https://github.com/acme/fleet') =>
  `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: ${name}, namespace: argocd}
spec:
  project: default
  destination: {name: ${cluster}, namespace: shop}
  source: {repoURL: "${url}", targetRevision: HEAD, path: ${path}}
`
const settings = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop}\n'
const route =
  'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: r, namespace: shop}\nspec: {parentRefs: [{name: my-gateway, namespace: lattice-gateway}]}\n'

test(
  'an Application that leads elsewhere than --cluster says is an error that names both',
  inSandbox(async ({ root, put }) => {
    put('apps.yaml', application('a', 'east', 'a'))
    put('a/1.yaml', settings)
    const right = await espalier(root, 'lint', '.', '--cluster', 'east=a')
    assert.is(right.code, 0)
    const { code, out } = await espalier(root, 'lint', '.', '--cluster', 'west=a')
    assert.is(code, 1)
    assert.match(
      out,
      /^apps\.yaml:6:23: error: Application argocd\/a delivers a to cluster east, but --cluster says that a\/1\.yaml is of cluster west {2}\[gitops\/cluster-disagrees\]\n {2}see: a\/1\.yaml:1:1: this file belongs to cluster west/m,
    )
    // An address is no name, and --cluster may give it one.
    put('apps.yaml', application('a', 'x', 'a').replace('name: x', 'server: https://10.0.0.1'))
    const named = await espalier(root, 'lint', '.', '--cluster', 'west=a', '--format', 'json')
    assert.is(named.code, 0)
  }),
)

test(
  'beside a topology, Applications say where other files go, and a folder of the tree is its cluster’s',
  withTree(async ({ root, put }) => {
    put('apps.yaml', application('a', 'workload-1', 'apps'))
    put('apps/route.yaml', route)
    const { code, out } = await espalier(root, 'lint', '.')
    assert.is(code, 1)
    assert.match(out, /^apps\/route\.yaml:2:7: error: HTTPRoute shop\/r is in workload cluster workload-1/m)
    put('apps.yaml', application('a', 'workload-1', 'clusters/config/lattice/default'))
    const stolen = await espalier(root, 'lint', '.')
    assert.match(
      stolen.out,
      /^apps\.yaml:6:23: error: Application argocd\/a delivers clusters\/config\/lattice\/default to cluster workload-1, but clusters\/config\/.* lies in the rendered tree of cluster config/m,
    )
  }),
)

test(
  'lint.clusters comes before the engines, and a destination that no topology knows is a cluster all the same',
  inSandbox(async ({ root, put }) => {
    put('topology.yaml', `${topology}lint: {clusters: {config: {files: ["apps/*.yaml"]}}}\n`)
    put('apps/route.yaml', route)
    put('hub/apps.yaml', application('a', 'elsewhere', 'more'))
    put('more/1.yaml', settings)
    const { code, out } = await espalier(root, 'lint', '.', '--format', 'json')
    const { findings, summary } = JSON.parse(out)
    assert.equal([code, findings.length, summary.clusters], [0, 0, 2])
    put('hub/more.yaml', application('b', 'workload-1', 'apps'))
    const disputed = JSON.parse((await espalier(root, 'lint', '.', '--format', 'json')).out)
    assert.equal(
      disputed.findings.map((one: { rule: string }) => one.rule),
      ['gitops/cluster-disagrees'],
    )
  }),
)

test(
  'the remotes of the repository say which Applications are about it',
  inSandbox(async ({ root, put, git }) => {
    git('init', '-q')
    git('remote', 'add', 'upstream', 'git@github.com:acme/fleet.git')
    put(
      'apps.yaml',
      `${application('a', 'east', 'a')}---\n${application('b', 'west', 'b', 'https://github.com/acme/other')}`,
    )
    put('a/1.yaml', settings)
    put('b/1.yaml', settings)
    const { out, err } = await espalier(`${root}/a`, 'lint', '..', '--fail-on', 'info')
    assert.match(out, /^\.\.\/b\/1\.yaml:1:1: info: 1 manifest in \.\.\/b belongs to no cluster/)
    assert.not.match(err, /address of this repository/)
  }),
)

test(
  'why a file has no cluster is said where it is said that it has none',
  inSandbox(async ({ root, put }) => {
    put('apps.yaml', application('a', 'x', 'a').replace('name: x', '"name": "{{cluster}}"'))
    put('a/1.yaml', settings)
    const { out } = await espalier(root, 'lint', '.')
    assert.match(
      out,
      /^a\/1\.yaml:1:1: info: 1 manifest in a belongs to no cluster: Application argocd\/a delivers them, but its destination is "\{\{cluster\}\}"/m,
    )
  }),
)

test(
  '--role takes the name of any cluster that was found, and no other',
  inSandbox(async ({ root, put }) => {
    put('apps.yaml', application('a', 'east', 'a'))
    put('a/1.yaml', settings)
    assert.is((await espalier(root, 'lint', '.', '--role', 'east=workload')).code, 0)
    const { code, out, err } = await espalier(root, 'lint', '.', '--role', 'esat=workload')
    assert.equal([code, out], [2, ''])
    assert.match(
      err,
      /no --cluster has this name, and no Application or Kustomization leads .*; did you mean "east"\?/,
    )
  }),
)

test(
  'without --role, a route that was copied beside exports is found, and what leaves the roles open is said',
  inSandbox(async ({ root, put }) => {
    const gateway = 'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: my-gateway}\n'
    const own = (kind: string) =>
      `apiVersion: application-networking.k8s.aws/v1alpha1\nkind: ${kind}\nmetadata: {name: r, namespace: shop}\n`
    put('apps.yaml', `${application('a', 'net', 'a')}---\n${application('b', 'east', 'b')}`)
    put(
      'a/1.yaml',
      `${gateway.replace('}', ', namespace: lattice-gateway}')}spec: {gatewayClassName: amazon-vpc-lattice}\n`,
    )
    put('a/2.yaml', own('ServiceImport'))
    put('b/1.yaml', own('ServiceExport'))
    put('b/2.yaml', route)
    const open = await espalier(root, 'lint', '.')
    assert.match(
      open.err,
      'which cluster is the config cluster is left open, since net has Gateway lattice-gateway/my-gateway (a/1.yaml), and east has ServiceExport shop/r (b/1.yaml) and HTTPRoute shop/r (b/2.yaml); --role says it\n',
    )
    assert.not.match(open.out, 'placement/route-in-workload-cluster')
    put('a/3.yaml', route)
    const copied = await espalier(root, 'lint', '.')
    assert.match(copied.err, 'net is taken for the config cluster')
    assert.match(copied.out, /^b\/2\.yaml:2:7: error: HTTPRoute shop\/r is in workload cluster east/m)
    const told = await espalier(root, 'lint', '.', '--role', 'net=config')
    assert.not.match(told.err, 'config cluster')
  }),
)

test(
  'what a Kustomization of Flux does to its files is said wherever in the repository the command runs',
  inSandbox(async ({ root, put, git }) => {
    git('init')
    const kind = 'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n'
    const spec = 'spec: {interval: 1h, prune: false, sourceRef: {kind: GitRepository, name: flux-system}'
    put(
      'clusters/east/apps.yaml',
      `${kind}metadata: {name: apps, namespace: flux-system}\n${spec}, path: ./clusters/east/apps, postBuild: {substitute: {region: a}}}\n`,
    )
    put('clusters/east/apps/1.yaml', `${settings}data: {zone: "\${zone}"}\n`)
    const found = async (cwd: string, ...paths: readonly string[]) => {
      const { out } = await espalier(cwd, 'lint', ...paths, '--format', 'json')
      return JSON.parse(out).findings.map((one: { rule: string; message: string }) => [one.rule, one.message])
    }
    const message =
      'data.zone of ConfigMap shop/a asks for the variable zone, to which Kustomization flux-system/apps gives no value'
    const all = [['gitops/variable-without-value', message]]
    assert.equal(await found(root, '.'), all)
    assert.equal(await found(root, 'clusters'), all)
    assert.equal(await found(`${root}/clusters`, '.'), all)
    assert.equal(await found(`${root}/clusters/east`, 'apps', 'apps.yaml'), all)
    assert.equal(await found(`${root}/..`, root), all)
  }),
)

test.run()
