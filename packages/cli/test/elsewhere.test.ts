import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { surveyTree } from '../src/tree/survey.ts'
import { gitEnvironment, inSandbox, rendered, type Sandbox, treeOf } from './sandbox.ts'

const test = suite('elsewhere')

const path = 'fleet/one/lattice/a.yaml'
const tree = treeOf({ [path]: 'a: 1', 'fleet/two/lattice/a.yaml': 'a: 1' })
const now = { path: 'fleet' }
const kept = [path, 'fleet/two/lattice/a.yaml']

const survey = async ({ target }: Sandbox, env = gitEnvironment) => {
  const { value, error } = await surveyTree(tree, { ...target, ...now }, env)
  if (error !== undefined) throw new Error(error)
  return value.comparison.stale.map(one => one.path)
}

test(
  'what was rendered where gitops.path was before is stale, whether committed or only recorded',
  inSandbox(async box => {
    box.commit()
    await box.render(treeOf({ 'clusters/one/lattice/a.yaml': 'a: 1', 'clusters/one/lattice/b.yaml': 'b: 1' }))
    assert.equal(await survey(box), ['clusters/one/lattice/a.yaml', 'clusters/one/lattice/b.yaml'])
    box.git('add', 'clusters/one/lattice/b.yaml')
    box.put('.git/espalier/shop.json', '')
    assert.equal(await survey(box), ['clusters/one/lattice/b.yaml'])
    assert.is((await box.render(tree, {}, now)).removed, 1)
    assert.equal(box.list(), ['clusters/one/lattice/a.yaml', ...kept])
  }),
)

test(
  'an old file that was edited by hand stops the render; the emptied folders go',
  inSandbox(async box => {
    box.put('old/clusters/one/lattice/a.yaml', rendered('a: 1'))
    box.commit()
    box.put('old/clusters/one/lattice/a.yaml', rendered('a: 2'))
    assert.equal((await box.render(tree, {}, now)).handEdited, ['old/clusters/one/lattice/a.yaml'])
    assert.is((await box.render(tree, { force: true }, now)).removed, 1)
    assert.not(box.has('old'))
  }),
)

test(
  'copies, files of others and files behind links stay; without Git nothing is looked for',
  inSandbox(async box => {
    const others = {
      'clusters/one/lattice/b.yaml': rendered('b: 1', 'staging'),
      'clusters/one/lattice/c.yaml': rendered('c: 1', 'shop', 'one', 'gone.yaml'),
      'clusters/one/lattice/d.yaml': `# as in\n${rendered('d: 1')}`,
      'clusters/one/lattice/e.txt': rendered('e: 1'),
      'docs/one/example.yaml': rendered('a: 1'),
      'real/one/lattice/f.yaml': rendered('f: 1'),
    }
    for (const [file, text] of Object.entries(others)) box.put(file, text)
    assert.equal(await survey(box), [])
    box.commit()
    box.git('mv', 'real', 'links')
    box.git('commit', '-qm', 'moved')
    assert.equal(await survey(box), ['links/one/lattice/f.yaml'])
    box.put(
      '.git/espalier/shop.json',
      '{"files": {"../x/one/lattice/f.yaml": [], "links/one/lattice/f.yaml": []}}',
    )
    box.git('mv', 'links', 'outside')
    symlinkSync('outside', join(box.root, 'links'))
    assert.equal(await survey(box), ['outside/one/lattice/f.yaml'])
    // A program's configuration must not change what git answers.
    box.git('config', 'color.ui', 'always')
    assert.equal(await survey(box, { ...gitEnvironment, GIT_LITERAL_PATHSPECS: '1' }), [
      'outside/one/lattice/f.yaml',
    ])
  }),
)

test(
  '--cluster moves that cluster alone, and forgets what it removed',
  inSandbox(async box => {
    box.commit()
    await box.render(treeOf({ 'clusters/one/lattice/a.yaml': 'a: 1' }))
    box.put('clusters/two/lattice/a.yaml', rendered('a: 1', 'shop', 'two'))
    box.git('add', '-A')
    assert.is((await box.render(tree, {}, { ...now, clusters: ['one'] })).removed, 1)
    assert.equal(box.list(), ['clusters/two/lattice/a.yaml', path])
    assert.not.match(box.get('.git/espalier/shop.json'), 'clusters/one')
  }),
)

test(
  'a person is told to show the engine the new folder with which it begins',
  inSandbox(async box => {
    const files = (top: string) =>
      treeOf({
        [`${top}/one/argocd-root/application.argoproj.io_shop-root.yaml`]: 'a: 1',
        [`${top}/one/flux/espalier/kustomization.yaml`]: 'k: 1',
        [`${top}/one/lattice/espalier/a.yaml`]: 'a: 1',
      })
    box.commit()
    await box.render(files('clusters'))
    const entries = new Map([['one', 'fleet/one/flux/espalier']])
    const { moved, removed } = await box.render(files('fleet'), {}, { ...now, entries })
    assert.is(removed, 3)
    assert.match(
      moved[0] ?? '',
      "clusters/one/argocd-root: has moved to fleet/one/argocd-root: apply Argo CD's root",
    )
    assert.match(
      moved[1] ?? '',
      'clusters/one/flux/espalier: has moved to fleet/one/flux/espalier: before this is synced, point the Flux of cluster one to fleet/one/flux: it prunes',
    )
    assert.is(moved.length, 2)
    assert.equal((await box.render(files('fleet'), {}, { ...now, entries })).moved, [])
  }),
)

test.run()
