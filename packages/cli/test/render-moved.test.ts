import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { topology, withTree } from './shop-tree.ts'

// What a person sees when a rendered tree gets another name, another folder or company.

const test = suite('render, moved')

const route = 'config/lattice/default/httproute.gateway.networking.k8s.io_my-httproute.yaml'
const count = (text: string, part: RegExp): number => text.match(part)?.length ?? 0

test(
  'another gitops.path makes the old tree stale, and Argo CD must be told',
  withTree(async ({ root, put, list }) => {
    const before = list()
    put('topology.yaml', topology.replace('revision:', 'path: fleet\n  revision:'))
    const { code, out, err } = await espalier(root, 'render', '--check')
    assert.equal([code, count(out, /^stale {4}clusters\//gm)], [1, before.length - 1])
    assert.match(err, 'clusters/config/argocd-root: has moved to fleet/config/argocd-root: apply')
    const one = await espalier(root, 'render', '--cluster', 'workload-1')
    assert.equal([one.code, one.err], [0, ''])
    const rendered = await espalier(root, 'render')
    assert.equal([rendered.code, rendered.err], [0, err])
    assert.equal(list(), before.map(path => path.replace(/^clusters/, 'fleet')).sort())
    assert.is((await espalier(root, 'render', '--check')).out, 'shop: up to date\n')
  }),
)

test(
  'another entry of Flux makes the old folder stale, and Flux must be told',
  withTree(async ({ root, put, has }) => {
    const flux = (entry: string) =>
      topology.replace('engine: argocd', `engine: flux\n  flux: {entry: "${entry}/{cluster}"}`)
    put('topology.yaml', flux('flux'))
    assert.is((await espalier(root, 'render')).code, 0)
    put('topology.yaml', flux('apps'))
    const { code, err } = await espalier(root, 'render', '--cluster', 'config')
    assert.is(code, 0)
    assert.match(
      err,
      /^flux\/config\/espalier: .* point the Flux of cluster config to apps\/config: it prunes/,
    )
    assert.equal([has('flux/config'), has('flux/workload-1')], [false, true])
    assert.match((await espalier(root, 'render')).err, 'to apps/workload-1: it prunes')
  }),
)

test(
  'a new name in the same file is said to be one, and --force goes through with it',
  withTree(async ({ root, put, list }) => {
    put('topology.yaml', topology.replace('name: shop', 'name: store'))
    const help =
      'help: topology shop was renamed to store; espalier render --force takes its files over, hand edits in them are lost\n'
    const check = await espalier(root, 'render', '--check')
    assert.equal([check.code, check.err], [1, help])
    const refused = await espalier(root, 'render')
    assert.equal([refused.code, refused.err.endsWith(`store: nothing was written\n${help}`)], [2, true])
    assert.is((await espalier(root, 'render', '--force')).code, 0)
    assert.equal(await espalier(root, 'render', '--check'), { code: 0, out: 'store: up to date\n', err: '' })
    assert.equal(
      list().filter(path => path.includes('_shop-')),
      [],
    )
  }),
)

test(
  'a stranger among rendered files is a warning of render and drift for --check',
  withTree(async ({ root, put, get }) => {
    put('clusters/config/lattice/mine.yaml', 'a: 1\n')
    put('clusters/config/apps/mine.yaml', 'a: 1\n')
    const why = 'it does not begin with the header of a rendered file, and Argo CD applies it too\n'
    const { code, out, err } = await espalier(root, 'render')
    assert.equal([code, count(out, /^shop: 0 written/)], [0, 1])
    assert.is(err, `clusters/config/lattice/mine.yaml: is not rendered: ${why}`)
    assert.equal(await espalier(root, 'render', '--check'), {
      code: 1,
      out: `foreign  clusters/config/lattice/mine.yaml: ${why}shop: 1 foreign\n`,
      err: '',
    })
    assert.is(get('clusters/config/lattice/mine.yaml'), 'a: 1\n')
  }),
)

test(
  'a second topology file of the same name takes nothing away',
  withTree(async ({ root, put, get }) => {
    put('b.yaml', topology)
    const { code, err } = await espalier(root, 'render', '--topology', 'b.yaml', '--force')
    assert.is(code, 2)
    assert.match(err, `clusters/${route}: is in the way: it belongs to topology shop of topology.yaml\n`)
    assert.match(err, '\nhelp: move what is in the way, or change gitops.path\n')
    assert.match(get(`clusters/${route}`), 'from topology.yaml')
  }),
)

test.run()
