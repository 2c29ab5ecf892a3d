import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { compareTree } from '../src/tree/compare-tree.ts'
import { inSandbox, rendered, treeOf } from './sandbox.ts'

const test = suite('ownership')

const path = 'clusters/one/lattice/a.yaml'
const stale = 'clusters/one/lattice/b.yaml'
const tree = treeOf({ [path]: 'a: 2' })
const of = (file: string, topology = 'shop') => rendered('a: 1', topology, 'one', file)

test(
  'a file of another topology file with our name is foreign as long as that file exists',
  inSandbox(async box => {
    for (const file of [path, stale]) box.put(file, of('teams/b.yaml'))
    box.put('teams/b.yaml', '')
    box.commit()
    const refused = await box.render(tree, { force: true })
    const why = 'it belongs to topology shop of teams/b.yaml'
    assert.equal(
      refused.foreign.map(one => [one.path, one.why]),
      [[path, why]],
    )
    assert.equal(
      refused.strangers.map(one => [one.path, one.why]),
      [[stale, `${why}, and Argo CD applies it too`]],
    )
    assert.is(box.get(path), of('teams/b.yaml'))
    box.git('rm', '-q', 'teams/b.yaml')
    const { written, removed } = await box.render(tree)
    assert.equal([written, removed, box.list()], [1, 1, [path]])
  }),
)

test(
  'a header that leads out of the repository is nobody we know; two names of one file are one owner',
  inSandbox(async box => {
    box.put('topology.yaml', '')
    symlinkSync('topology.yaml', join(box.root, 'link.yaml'))
    for (const file of ['../gone.yaml', '/gone.yaml']) {
      box.put(path, of(file))
      assert.is(compareTree(tree, box.target).value?.foreign.length, 1, file)
    }
    for (const file of ['link.yaml', 'gone.yaml', 'topology.yaml/gone.yaml']) {
      box.put(path, of(file))
      assert.is(compareTree(tree, box.target).value?.changed.length, 1, file)
    }
  }),
)

test(
  'a topology that was renamed in its file is said to be, and --force takes over all that it rendered',
  inSandbox(async box => {
    box.put('topology.yaml', '')
    for (const file of [path, stale]) box.put(file, of('topology.yaml', 'store'))
    box.commit()
    box.put(stale, `${of('topology.yaml', 'store')}edited: true\n`)
    const { foreign } = await box.render(tree)
    assert.equal(
      foreign.map(one => [one.path, one.why]),
      [[path, 'it belongs to topology store of topology.yaml']],
    )
    const { written, removed, strangers } = await box.render(tree, { force: true })
    assert.equal([written, removed, strangers], [1, 1, []])
    assert.equal(box.list(), [path, 'topology.yaml'])
  }),
)

test(
  'where one file in the way is somebody else’s, --force takes over none',
  inSandbox(async box => {
    const other = 'clusters/one/lattice/c.yaml'
    const both = new Map([...tree, ...treeOf({ [other]: 'c: 1' })])
    box.put(path, of('topology.yaml', 'store'))
    for (const text of ['by: hand\n', of('topology.yaml', 'kiosk'), of('other.yaml', 'store')]) {
      box.put(other, text)
      assert.is((await box.render(both, { force: true })).foreign.length, 2, text)
      assert.is(box.get(other), text)
    }
  }),
)

test.run()
