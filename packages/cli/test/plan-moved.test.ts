import { readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { topologyLike, topologyNamed } from '../src/git/topology-before.ts'
import { espalier } from './fake-io.ts'
import { inSandbox, type Sandbox } from './sandbox.ts'

const test = suite('plan, of what moved')

const topology = readFileSync(
  new URL('../../../fixtures/plan/weight-changed/before.yaml', import.meta.url),
  'utf8',
)
const changed = topology.replace('weight: 90', 'weight: 50')
const noteIn = 'fleet/shop.yml was topology.yaml in HEAD'

const route =
  'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: lost, namespace: shop}\n'

const planned = async (box: Sandbox, ...args: string[]) => {
  const { code, out, err } = await espalier(box.root, 'plan', '--format', 'json', ...args)
  assert.is(code, 0, err)
  return JSON.parse(out)
}

function move(box: Sandbox, text: string): void {
  rmSync(join(box.root, 'topology.yaml'))
  box.put('fleet/shop.yml', text)
}

test(
  'a topology file is found under its old name whether its move is staged or not',
  inSandbox(async box => {
    box.put('topology.yaml', topology)
    box.put('lost.yaml', route)
    box.commit()
    move(box, changed)
    const unstaged = await planned(box, '--topology', 'fleet/shop.yml')
    assert.equal(unstaged.notes, [noteIn])
    assert.equal([unstaged.clusters[0].added, unstaged.clusters[0].changed.length], [[], 1])
    box.git('add', '-A')
    assert.equal(await planned(box, '--topology', 'fleet/shop.yml'), unstaged)
    box.git('reset', '-q')
    box.git('add', 'fleet')
    assert.equal(await planned(box, '--topology', 'fleet/shop.yml'), unstaged)
    const args = ['--topology', 'fleet/shop.yml', '--cluster', 'east=*.yaml', '--since', 'HEAD']
    const { out } = await espalier(box.root, 'lint', 'lost.yaml', ...args)
    assert.match(out, 'no findings introduced since HEAD in 1 manifest of 1 cluster; 1 finding as before')
  }),
)

test(
  'a copy is a topology of its own, whatever the index says of what it was copied from',
  inSandbox(async box => {
    box.put('topology.yaml', topology)
    box.commit()
    box.put('fleet/shop.yml', topology.replace('name: shop\n\n', 'name: other\n\n'))
    box.git('rm', '-q', '--cached', 'topology.yaml')
    const { notes } = await planned(box, '--topology', 'fleet/shop.yml')
    assert.equal(notes, ['HEAD has no fleet/shop.yml: everything of topology other is new'])
  }),
)

test('of files that are gone the one with the same name is meant, else the one that is most alike', () => {
  const named = (text: string, name: string) => text.replace(/^name: .*$/m, `name: ${name}`)
  const stranger = 'apiVersion: espalier.dev/v1\nkind: Topology\nname: stranger\n'
  const other = named(topology, 'other')
  const filesOf = (texts: Readonly<Record<string, string>>) => new Map(Object.entries(texts))
  const both = filesOf({
    'a.yaml': other,
    'b.yaml': named(stranger, 'shop'),
    'c.yaml': 'kind: X\nname: shop\n',
  })
  assert.is(topologyNamed(topology, both), 'b.yaml')
  assert.is(topologyNamed(topology, filesOf({ 'a.yaml': other })), undefined)
  const like = (gone: Readonly<Record<string, string>>, fresh = {}) =>
    topologyLike(topology, filesOf(gone), filesOf(fresh))
  assert.is(like({ 'a.yaml': stranger, 'b.yaml': other }), 'b.yaml')
  assert.is(like({ 'a.yaml': `${topology}\n: [` }), 'a.yaml', 'it need not be right')
  assert.is(like({ 'a.yaml': stranger }), undefined)
  assert.is(like({ 'b.yaml': other }, { 'c.yaml': other }), undefined, 'it went elsewhere')
})

test(
  'what stands where a cluster’s folder must go is said, since nothing could be rendered there',
  inSandbox(async box => {
    box.put('topology.yaml', topology)
    box.commit()
    box.put('clusters/east', 'notes\n')
    const inTheWay = 'is in the way of espalier render: it is a file, and a folder is needed here'
    assert.equal((await planned(box)).notes, [`clusters/east ${inTheWay}`])
    renameSync(join(box.root, 'clusters/east'), join(box.root, 'east'))
    rmSync(join(box.root, 'clusters'), { recursive: true })
    renameSync(join(box.root, 'east'), join(box.root, 'clusters'))
    assert.equal((await planned(box)).notes, [`clusters ${inTheWay}`])
  }),
)

test.run()
