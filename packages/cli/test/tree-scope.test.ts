import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { compareTree } from '../src/tree/compare-tree.ts'
import { inSandbox, rendered, treeOf } from './sandbox.ts'

const test = suite('tree-scope')

const path = 'clusters/one/a.yaml'
const tree = treeOf({ [path]: 'a: 1' })

test(
  'stale files go, with the folders they leave empty; foreign files elsewhere stay',
  inSandbox(async box => {
    box.put('clusters/gone/lattice/b.yaml', rendered('b: 1'))
    box.put('clusters/one/old/c.yaml', rendered('c: 1'))
    box.put('clusters/one/old/mine.yaml', 'mine: true\n')
    box.put('clusters/README.md', rendered('a header does not make a manifest'))
    box.put('elsewhere/d.yaml', rendered('d: 1'))
    box.put('clusters/nested/.git/f.yaml', rendered('f: 1'))
    box.put('clusters/one/e.yaml', rendered('e: 1', 'staging'))
    box.commit()
    const { written, removed, foreign } = await box.render(tree)
    assert.equal({ written, removed, foreign }, { written: 1, removed: 2, foreign: [] })
    const kept = [
      'clusters/README.md',
      'clusters/nested/.git/f.yaml',
      path,
      'clusters/one/e.yaml',
      'clusters/one/old/mine.yaml',
      'elsewhere/d.yaml',
    ]
    assert.equal(box.list(), kept)
    assert.not(box.has('clusters/gone'))
  }),
)

test(
  'a stale file that was edited by hand stops the render, unless forced; the tree’s own folder always stays',
  inSandbox(async box => {
    box.put('clusters/gone/b.yaml', rendered('b: 1'))
    box.commit()
    box.put('clusters/gone/b.yaml', rendered('b: 2'))
    assert.equal((await box.render(tree)).handEdited, ['clusters/gone/b.yaml'])
    assert.equal(box.list(), ['clusters/gone/b.yaml'])
    assert.is((await box.render(tree, { force: true })).removed, 1)
    await box.render(new Map())
    assert.ok(box.has('clusters'))
  }),
)

test(
  'a foreign file in the way is named and stops the render, forced or not',
  inSandbox(async box => {
    box.put('b.yaml', '')
    const others = [rendered('a: 1', 'staging', 'one', 'b.yaml'), rendered('a: 1', 'shop', 'one', 'b.yaml')]
    for (const text of ['', 'a: 1\n', `\n${rendered('a: 1')}`, ...others]) {
      box.put(path, text)
      const { foreign, written } = await box.render(tree, { force: true })
      assert.equal([foreign.map(one => one.path), written], [[path], 0], JSON.stringify(text))
      assert.is(box.get(path), text)
    }
  }),
)

test(
  'a folder, or a file where a folder is needed, is in the way',
  inSandbox(async box => {
    mkdirSync(join(box.root, path), { recursive: true })
    box.put('clusters/two', rendered('x: 1'))
    const { foreign } = await box.render(
      new Map([...tree, ...treeOf({ 'clusters/two/b.yaml': 'b: 1', 'clusters/two/c.yaml': 'c: 1' })]),
    )
    assert.equal(
      foreign.map(one => one.path),
      [path, 'clusters/two'],
    )
  }),
)

test(
  'symbolic links are never followed, wherever on the way they are',
  inSandbox(async box => {
    box.put('outside/a.yaml', rendered('a: 0'))
    box.put('outside/one/a.yaml', rendered('a: 0'))
    const links = {
      clusters: 'outside',
      'clusters/one': '../outside',
      [path]: '../../outside/a.yaml',
      'clusters/one/x': '../../outside',
    }
    for (const [link, to] of Object.entries(links)) {
      const folder = join(box.root, link, '..')
      mkdirSync(folder, { recursive: true })
      symlinkSync(to, join(box.root, link))
      const { foreign } = await box.render(treeOf({ [path]: 'a: 1', 'clusters/one/x/b.yaml': 'b: 1' }))
      assert.equal(
        foreign.map(one => [one.path, one.why]),
        [[link, 'it is a symbolic link']],
      )
      rmSync(join(box.root, link))
    }
    assert.equal(box.list(), ['outside/a.yaml', 'outside/one/a.yaml'])
  }),
)

test(
  'a link in nobody’s way is not entered for stale files',
  inSandbox(async box => {
    box.put('outside/stale.yaml', rendered('a: 0'))
    mkdirSync(join(box.root, 'clusters'))
    symlinkSync('../outside', join(box.root, 'clusters/link'))
    assert.is((await box.render(tree)).removed, 0)
    assert.is((await box.render(new Map(), {}, { path: 'clusters/link' })).removed, 0)
  }),
)

test(
  '--cluster touches nothing but that cluster, and forgets nothing of the others',
  inSandbox(async box => {
    box.commit()
    const both = (n: number) => treeOf({ [path]: `a: ${n}`, 'clusters/two/b.yaml': `b: ${n}` })
    await box.render(both(1))
    box.put('clusters/two/stale.yaml', rendered('edited: true'))
    assert.is((await box.render(both(2), {}, { clusters: ['one'] })).written, 1)
    assert.is(box.get('clusters/two/b.yaml'), rendered('b: 1'))
    assert.equal((await box.render(both(3), {}, { clusters: ['one', 'two'] })).handEdited, [
      'clusters/two/stale.yaml',
    ])
  }),
)

test(
  'files outside the tree’s folder are compared with their folder',
  inSandbox(async box => {
    box.put('flux/one/espalier/old.yaml', rendered('a: 1'))
    box.put('flux/one/flux-system/x.yaml', rendered('not: ours to look at'))
    await box.render(new Map([...tree, ...treeOf({ 'flux/one/espalier/new.yaml': 'a: 2' })]))
    assert.equal(box.list(), [path, 'flux/one/espalier/new.yaml', 'flux/one/flux-system/x.yaml'])
  }),
)

test(
  'a path that leads out of the tree is our bug and reaches no disk',
  inSandbox(({ target }) => {
    for (const bad of [
      '../a.yaml',
      '/a/b.yaml',
      'clusters/../../a.yaml',
      'a.yaml',
      'clusters//a.yaml',
      'a/.git/b.yaml',
      'C:/a.yaml',
      'a\\..\\b/c.yaml',
    ]) {
      assert.throws(() => compareTree(new Map([[bad, '']]), target), /the rendered tree has the path/, bad)
    }
  }),
)

test.run()
