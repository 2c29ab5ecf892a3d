import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { inSandbox } from './sandbox.ts'
import { topology, withTree } from './shop-tree.ts'

const test = suite('lint')

const withWarning = topology
  .replace('services:\n', '  - {name: hub}\nservices:\n')
  .replace('clusters: [workload-1]', 'clusters: [workload-1, hub]')
const route = 'lattice/default/httproute.gateway.networking.k8s.io_my-httproute.yaml'
const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: db, namespace: shop}\ndata: {password: eA==}\n'
const policy =
  'apiVersion: application-networking.k8s.aws/v1alpha1\nkind: IAMAuthPolicy\nmetadata: {name: p, namespace: default}\nspec: {policy: "{}", targetRef: {group: gateway.networking.k8s.io, kind: HTTPRoute, name: gone}}\n'
const gateway =
  'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: edge}\nspec: {gatewayClassName: lattice, listeners: [{name: http, protocol: HTTP, port: 80}]}\n'

test(
  'a tree that was just rendered has no findings, read as a whole or in parts',
  withTree(async ({ root }) => {
    const { code, out, err } = await espalier(root, 'lint', '--fail-on', 'info')
    assert.equal([code, err], [0, ''])
    assert.match(out, /^no findings in \d\d manifests of 2 clusters\n$/)
    assert.is((await espalier(root, 'lint', 'clusters/config', '--fail-on', 'info')).code, 0)
    assert.is((await espalier(`${root}/clusters`, 'lint', '--fail-on', 'info')).code, 0)
  }),
)

test(
  'a route copied into a workload cluster is an error at its line, and names both clusters',
  withTree(async ({ root, put, get }) => {
    put(`clusters/workload-1/${route}`, get(`clusters/config/${route}`))
    const { code, out } = await espalier(root, 'lint')
    assert.is(code, 1)
    assert.match(
      out,
      `clusters/workload-1/${route}:3:7: error: HTTPRoute default/my-httproute is in workload cluster workload-1, but routes belong in the config cluster "config"`,
    )
    assert.match(out, /see: topology\.yaml:\d+:\d+: config cluster config is declared here/)
  }),
)

test(
  'absence is sure where the whole rendered tree was read, and unresolved where only a part was',
  withTree(async ({ root, put }) => {
    put('clusters/config/lattice/default/p.yaml', policy)
    assert.is((await espalier(root, 'lint')).code, 1)
    const part = await espalier(root, 'lint', 'clusters/config/lattice/default/p.yaml')
    assert.equal([part.code, part.out.match(/no findings.*; 1 reference unresolved/)?.length], [0, 1])
    assert.is(
      (
        await espalier(
          root,
          'lint',
          'clusters/config/lattice/default/p.yaml',
          '--strict',
          '--fail-on',
          'warning',
        )
      ).code,
      1,
    )
  }),
)

test(
  'lint.clusters brings further files, whose cluster is complete where it says so',
  inSandbox(async ({ root, put }) => {
    const listed = (complete: boolean) =>
      `${topology}lint: {clusters: {config: {files: ["apps/**/*.yaml"], complete: ${complete}}}}\n`
    put('apps/x/policy.yaml', policy)
    put('topology.yaml', listed(false))
    const partial = await espalier(root, 'lint', '--format', 'json')
    assert.equal([partial.code, JSON.parse(partial.out).summary.unresolved], [0, 1])
    put('topology.yaml', listed(true))
    const { code, out } = await espalier(root, 'lint', '--format', 'json')
    const [finding] = JSON.parse(out).findings
    assert.equal([code, finding.file, finding.cluster], [1, 'apps/x/policy.yaml', 'config'])
  }),
)

test(
  'without a topology, --cluster and --role say where files belong',
  inSandbox(async ({ root, put }) => {
    put('a/gw.yaml', gateway)
    put('b/gw.yaml', gateway.replace('edge', 'other'))
    const clusters = ['--cluster', 'one=a/**', '--cluster', 'two=b']
    assert.is((await espalier(root, 'lint', ...clusters)).code, 0)
    const { code, out } = await espalier(root, 'lint', ...clusters, '--role', 'one=config')
    assert.is(code, 1)
    assert.equal(out.match(/: error: .*/g), [
      ': error: Gateway other is in workload cluster two, but Gateways belong in the config cluster "one"  [placement/gateway-in-workload-cluster]',
    ])
    const all = await espalier(
      root,
      'lint',
      '.',
      '--cluster',
      'one=a/**',
      '--role',
      'one=config',
      '--fail-on',
      'info',
    )
    assert.equal(
      [all.code, all.out.match(/b\/gw\.yaml:1:1: info: 1 manifest in b belongs to no cluster/)?.length],
      [1, 1],
    )
  }),
)

test(
  'reports go to files as well, in formats of their own',
  inSandbox(async ({ root, put, get }) => {
    put('a/secret.yaml', secret)
    const { code, out } = await espalier(
      root,
      'lint',
      'a',
      '--output',
      'json=report.json',
      '--output',
      'text=report.txt',
    )
    assert.equal([code, out], [1, get('report.txt')])
    assert.is(JSON.parse(get('report.json')).summary.error, 1)
    assert.is((await espalier(root, 'lint', 'a', '--output', 'json=no/where.json')).code, 2)
  }),
)

test(
  'a suppressed finding is no reason to fail until its day has come',
  withTree(async ({ root, put }) => {
    const suppress = (expires: string) =>
      `${topology}lint: {clusters: {config: {files: ["apps/*.yaml"]}}, suppress: [{rule: security/secret-data, object: Secret/shop/db, reason: a demo, expires: ${expires}}]}\n`
    put('apps/secret.yaml', secret)
    put('topology.yaml', suppress('2026-11-22'))
    const quiet = await espalier(root, 'lint', '--fail-on', 'info')
    assert.equal([quiet.code, quiet.out.match(/^no findings in .*; 1 finding suppressed\n$/)?.length], [0, 1])
    put('topology.yaml', suppress('2026-11-21'))
    const { code, out } = await espalier(root, 'lint')
    assert.equal([code, out.match(/(error|warning): .*/g)?.length], [1, 2])
    // Whoever names other files does not hear that the entry is of no use.
    put('topology.yaml', suppress('2026-11-22'))
    const part = await espalier(root, 'lint', 'clusters/config/lattice', '--fail-on', 'info')
    assert.equal([part.code, part.out.match(/^no findings/)?.length], [0, 1])
  }),
)

test(
  'what could not be done is exit 2, whatever the format',
  withTree(async ({ root, put }) => {
    put('empty/readme.txt', '')
    const cases: readonly (readonly [RegExp, ...string[]])[] = [
      [/nope cannot be read: there is no such file/, 'nope'],
      [/no manifest found in empty/, 'empty'],
      [/gone\.yaml cannot be read/, '--topology', 'gone.yaml'],
      [/there is no format "xml"/, '--format', 'xml'],
      [/--output json: FORMAT=FILE is expected/, '--output', 'json'],
      [/--fail-on none: error\|warning\|info is expected/, '--fail-on', 'none'],
      [/--cluster x: NAME=GLOB is expected/, '--cluster', 'x'],
      [/no such cluster; did you mean "workload-1"\?/, '--cluster', 'worklod-1=clusters'],
      [/the topology says config/, '--cluster', 'config=clusters', '--role', 'config=none'],
      [/no --cluster has this name/, '--role', 'other=config'],
      [/--role config=boss: NAME=config\|workload\|none/, '--role', 'config=boss'],
    ]
    for (const [message, ...args] of cases) {
      const { code, out, err } = await espalier(root, 'lint', '--format', 'json', ...args)
      assert.equal([code, out], [2, ''], args.join(' '))
      assert.match(err, message)
    }
  }),
)

test(
  'an unusable topology is exit 2 and all the same a report, in every format and every file',
  withTree(async ({ root, put, get }) => {
    put('bad.yaml', topology.replace('role: config', 'role: confg'))
    const args = ['lint', '--topology', 'bad.yaml', '--topology', 'topology.yaml']
    const { code, out, err } = await espalier(
      root,
      ...args,
      '--format',
      'json',
      '--output',
      'text=report.txt',
    )
    const { findings, summary } = JSON.parse(out)
    assert.equal([code, findings[0].file, findings[0].line, summary.error], [2, 'bad.yaml', 11, 1])
    assert.match(get('report.txt'), /^bad\.yaml:11:26: error: .*confg/)
    assert.is(err, 'espalier lint: the topology cannot be used\n')
    const text = await espalier(root, ...args)
    assert.equal([text.code, text.out, text.err], [2, get('report.txt'), err])
  }),
)

test(
  'a topology with nothing but warnings is linted, and they are in the report',
  inSandbox(async ({ root, put }) => {
    put('topology.yaml', withWarning)
    assert.is((await espalier(root, 'render')).code, 0)
    const { code, out } = await espalier(root, 'lint')
    assert.is(code, 0)
    assert.match(out, /^topology\.yaml:1\d:\d+: warning: .*\n(?: {2}.*\n)+1 warning in \d\d manifests of /)
  }),
)

test(
  'without a rendered tree it says where it looked; without a topology, what to name',
  inSandbox(async ({ root, put }) => {
    const nothing = await espalier(root, 'lint')
    assert.equal([nothing.code, nothing.out], [2, ''])
    assert.match(nothing.err, /name a PATH, or files by --cluster NAME=GLOB/)
    put('topology.yaml', topology)
    const empty = await espalier(root, 'lint')
    assert.equal(
      [empty.code, empty.err],
      [2, 'espalier lint: no manifest found in clusters; espalier render writes the tree\n'],
    )
  }),
)

test.run()
