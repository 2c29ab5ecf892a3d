import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { FileTree } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Target } from '../src/tree/target.ts'
import { inSandbox, rendered, type Sandbox, treeOf } from './sandbox.ts'

const test = suite('strangers')

const nobody = 'it does not begin with the header of a rendered file'
const tree = treeOf({ 'clusters/one/lattice/shop/a.yaml': 'a: 1', 'clusters/one/argocd/b.yaml': 'b: 1' })

const strangers = async (box: Sandbox, files: FileTree, target: Partial<Target> = {}) =>
  (await box.render(files, {}, target)).strangers.map(({ path, why }) => [path, why])

test(
  'whatever an engine would read in the folder of a unit is named with its owner, and left alone',
  inSandbox(async box => {
    box.put('b.yaml', '')
    const others = {
      'clusters/one/argocd/sub/x.yaml': 'x: 1\n',
      'clusters/one/lattice/.x.yml': 'x: 1\n',
      'clusters/one/lattice/copy.yml': rendered('a: 1'),
      'clusters/one/lattice/shop/a.json': '{}',
      'clusters/one/lattice/shop/b.yaml': rendered('b: 1', 'store', 'one', 'b.yaml'),
    }
    for (const [path, text] of Object.entries(others)) box.put(path, text)
    assert.equal(await strangers(box, tree), [
      ['clusters/one/argocd/sub/x.yaml', nobody],
      ['clusters/one/lattice/.x.yml', `${nobody}, and Argo CD applies it too`],
      ['clusters/one/lattice/copy.yml', 'it is a copy of a rendered file, and Argo CD applies it too'],
      ['clusters/one/lattice/shop/a.json', `${nobody}, and Argo CD applies it too`],
      [
        'clusters/one/lattice/shop/b.yaml',
        'it belongs to topology store of b.yaml, and Argo CD applies it too',
      ],
    ])
    for (const [path, text] of Object.entries(others)) assert.is(box.get(path), text)
  }),
)

test(
  'files of people elsewhere below the tree, and such as no engine reads, are not mentioned',
  inSandbox(async box => {
    for (const path of [
      'clusters/x.yaml',
      'clusters/one/x.yaml',
      'clusters/one/apps/x.yaml',
      'clusters/two/lattice/x.yaml',
    ])
      box.put(path, 'x: 1\n')
    box.put('clusters/one/lattice/README.md', 'mine')
    mkdirSync(join(box.root, 'clusters/one/lattice/x.yaml'))
    assert.equal(await strangers(box, tree), [])
    const two = treeOf({ 'clusters/two/lattice/y.yaml': 'y: 1' })
    box.put('clusters/one/lattice/x.yml', 'x: 1\n')
    assert.is((await strangers(box, new Map([...tree, ...two]), { clusters: ['two'] })).length, 1)
  }),
)

test(
  'a link to a file in the folder of a unit is one',
  inSandbox(async box => {
    box.put('apps/x.yaml', 'x: 1\n')
    mkdirSync(join(box.root, 'clusters/one/lattice'), { recursive: true })
    symlinkSync('../../../apps/x.yaml', join(box.root, 'clusters/one/lattice/x.yaml'))
    assert.equal(await strangers(box, tree), [
      ['clusters/one/lattice/x.yaml', 'it is a symbolic link, and Argo CD applies it too'],
    ])
  }),
)

test(
  'Espalier’s folder in what Flux syncs is one of these, and nothing else there',
  inSandbox(async box => {
    const entries = new Map([['one', 'clusters/one/flux/espalier']])
    box.put('clusters/one/flux/flux-system/gotk-sync.yaml', 'x: 1\n')
    box.put('clusters/one/flux/espalier/x.yaml', 'x: 1\n')
    const files = treeOf({ 'clusters/one/flux/espalier/kustomization.yaml': 'k: 1' })
    const effect = 'and Flux does not apply it, for the kustomization.yaml here does not list it'
    assert.equal(await strangers(box, files, { engine: 'flux', entries }), [
      ['clusters/one/flux/espalier/x.yaml', `${nobody}, ${effect}`],
    ])
  }),
)

test.run()
