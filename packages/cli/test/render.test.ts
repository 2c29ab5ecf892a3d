import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { inSandbox, type Sandbox } from './sandbox.ts'

const fleet = `apiVersion: espalier.dev/v1
kind: Topology
name: shop
gitops: {engine: argocd, repository: "https://github.com/acme/fleet"}
aws: {account: "111122223333", region: us-west-2}
serviceNetwork: {name: mesh, namespace: mesh}
clusters:
  - {name: config, role: config, aws: {vpc: vpc-00000001}}
  - {name: east, role: workload, aws: {vpc: vpc-00000002}}
services:
  - {name: cart, namespace: shop, clusters: [east], port: 80}
routes:
  - {name: cart, namespace: shop, rules: [{to: cart}]}
`
const test = suite('render')

const topology = readFileSync(new URL('../../../fixtures/cli/shop/topology.yaml', import.meta.url), 'utf8')
const route = 'clusters/config/lattice/default/httproute.gateway.networking.k8s.io_my-httproute.yaml'

const withTopology = (body: (box: Sandbox) => Promise<void>) =>
  inSandbox(box => {
    box.put('topology.yaml', topology)
    box.put('apps/readme.txt', '')
    box.commit()
    return body(box)
  })

test(
  'renders, then has nothing to do, and --check agrees',
  withTopology(async ({ root, get }) => {
    const first = await espalier(root, 'render')
    assert.is(first.code, 0, first.err)
    assert.match(first.out, /^shop: [1-9]\d* written, 0 unchanged, 0 removed\n$/)
    assert.match(
      get(route),
      /^# Rendered by Espalier from topology.yaml \(topology shop, cluster config\); do not edit\n/,
    )
    const written = first.out.match(/\d+/)?.[0]
    assert.is((await espalier(root, 'render')).out, `shop: 0 written, ${written} unchanged, 0 removed\n`)
    assert.equal(await espalier(root, 'render', '--check'), { code: 0, out: 'shop: up to date\n', err: '' })
  }),
)

test(
  'the tree is the same from wherever it is rendered, and names are as seen from there',
  withTopology(async ({ root, get, put }) => {
    await espalier(root, 'render')
    const text = get(route)
    put(route, 'by: hand\n')
    const { code, err, out } = await espalier(`${root}/apps`, 'render')
    assert.equal([code, out], [2, ''])
    assert.match(err, `../${route}: is in the way: it does not begin with the header`)
    put(route, text)
    assert.is((await espalier(`${root}/apps`, 'render', '--check')).code, 0)
    assert.is((await espalier(`${root}/apps`, 'render', '--topology', '../topology.yaml', '--check')).code, 0)
  }),
)

test(
  '--check says what is missing, changed, stale and foreign, writes nothing and exits 1',
  withTopology(async ({ root, get, put, list }) => {
    await espalier(root, 'render')
    const header = get(route).split('\n')[0]
    const [taken, other] = list().filter(path => path.includes('/lattice/_cluster/'))
    put(route, get(route).replace('/service-1', '/service-2'))
    put('clusters/config/lattice/old.yaml', `${header}\na: 1\n`)
    put(taken ?? '', 'by: hand\n')
    put(other ?? '', `${header}\n`.replace('topology shop', 'topology staging'))
    const before = list().map(path => get(path))
    const { code, out } = await espalier(root, 'render', '--check')
    assert.is(code, 1)
    assert.match(out, `changed  ${route}\n  @@ line `)
    assert.match(out, /\n {2}-.*\/service-2\n {2}\+.*\/service-1\n/)
    assert.match(out, 'stale    clusters/config/lattice/old.yaml\n')
    assert.match(out, `foreign  ${taken}: it does not begin with the header of a rendered file\n`)
    assert.match(out, `foreign  ${other}: it belongs to topology staging of topology.yaml\n`)
    assert.match(out, /\nshop: 1 changed, 1 stale, 2 foreign\n$/)
    assert.equal(
      list().map(path => get(path)),
      before,
    )
  }),
)

test(
  'hand edits stop the render and are named; --force loses them',
  withTopology(async ({ root, get, put }) => {
    await espalier(root, 'render')
    put(route, `${get(route)}# mine\n`)
    const refused = await espalier(root, 'render')
    assert.equal([refused.code, refused.out], [2, ''])
    assert.match(refused.err, `${route}: differs from what was rendered, and Git does not have it\n`)
    assert.match((await espalier(root, 'render', '--force')).out, 'shop: 1 written')
    assert.not.match(get(route), '# mine')
  }),
)

test(
  '--cluster renders that one alone; a misspelt one is named with the nearest',
  withTopology(async ({ root, list }) => {
    const { code, err } = await espalier(root, 'render', '--cluster', 'workload-2')
    assert.equal(
      [code, err.split('\n')[0]],
      [2, 'espalier render: no cluster is named "workload-2"; did you mean "workload-1"?'],
    )
    assert.is((await espalier(root, 'render', '--cluster', 'workload-1')).code, 0)
    assert.equal(
      list().filter(path => path.startsWith('clusters/') && !path.startsWith('clusters/workload-1/')),
      [],
    )
    assert.match((await espalier(root, 'render', '--check')).out, /\d+ missing\n$/)
  }),
)

test(
  'an unusable topology is exit 2 with its findings, and writes nothing; the others are rendered all the same',
  withTopology(async ({ root, put, list }) => {
    put('bad.yaml', topology.replace('role: config', 'role: confg'))
    const { code, out, err } = await espalier(root, 'render', '--topology', 'bad.yaml')
    assert.equal([code, out], [2, ''])
    assert.match(err, /^bad\.yaml:11:26: error: .*confg.*\n {2}help: /)
    assert.equal(list(), ['apps/readme.txt', 'bad.yaml', 'topology.yaml'])
    const both = await espalier(
      root,
      'render',
      '--topology',
      'bad.yaml',
      '--topology',
      'topology.yaml',
      '--topology',
      'gone.yaml',
    )
    assert.equal([both.code, both.out.startsWith('shop: ')], [2, true])
    assert.match(both.err, 'espalier render: gone.yaml cannot be read: there is no such file\n')
  }),
)

test(
  'what a topology says wrong and what its systems cannot do is said at once',
  inSandbox(async ({ root, put }) => {
    const rules =
      '[{match: {path: {type: RegularExpression, value: /a.+}}, to: cart}, {match: {path: /b}, to: crat}]'
    put('topology.yaml', fleet.replace('[{to: cart}]', rules))
    const { code, err } = await espalier(root, 'render')
    assert.is(code, 2)
    assert.match(err, 'there is no service crat; did you mean "cart"?')
    assert.match(err, 'Lattice cannot match paths by regular expression')
  }),
)

test(
  'a warning about a topology is printed, and the topology rendered',
  inSandbox(async ({ root, put }) => {
    const hub = fleet.replace('services:', '  - {name: hub}\nservices:').replace('[east]', '[east, hub]')
    put('topology.yaml', hub)
    const { code, out, err } = await espalier(root, 'render')
    assert.equal([code, out.match(/^shop: \d+ written/)?.length], [0, 1])
    assert.match(err, /^topology\.yaml:12:\d+: warning: /)
    assert.equal([(await espalier(root, 'render', '--check')).code], [0])
  }),
)

test(
  'a hand-written kustomization where Flux starts is named if it leaves the rendered folder out',
  inSandbox(async ({ root, put }) => {
    put('topology.yaml', fleet.replace('argocd', 'flux'))
    put('clusters/east/flux/kustomization.yaml', 'resources:\n- flux-system\n')
    put('clusters/config/flux/kustomization.yaml', 'resources: [./espalier]\n')
    const { code, err } = await espalier(root, 'render')
    assert.is(code, 0)
    assert.match(err, /^clusters\/east\/flux\/kustomization.yaml: .* add "- espalier" to its resources\n/)
    assert.not.match(err, 'clusters/config/flux')
  }),
)

test.run()
