import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { run } from '../src/run.ts'
import { espalier, fakeIo } from './fake-io.ts'
import { gitEnvironment, inSandbox } from './sandbox.ts'
import { topology, withTree } from './shop-tree.ts'

const test = suite('render --staged')
const route = 'clusters/config/lattice/default/httproute.gateway.networking.k8s.io_my-httproute.yaml'

test(
  'what was rendered and is not added yet is named, by render and by --check, which alone find nothing wrong',
  withTree(async ({ root, git }) => {
    assert.is((await espalier(root, 'render', '--check')).code, 0)
    const { code, out, err } = await espalier(root, 'render', '--staged')
    assert.is(code, 1)
    assert.match(out, /^shop: 0 written, \d+ unchanged, 0 removed\n$/)
    assert.match(err, /^clusters\/.*: Git does not track it\n/)
    assert.match(err, /\nand \d+ more\nhelp: .*: git add --all clusters\n$/)
    const check = await espalier(root, 'render', '--check', '--staged')
    assert.is(check.code, 1)
    assert.match(check.out, `unstaged ${route}: Git does not track it\n`)
    assert.match(check.out, /\nshop: \d+ unstaged\n$/)

    git('add', '--all', 'clusters')
    assert.is((await espalier(root, 'render', '--staged')).code, 0)
    const after = await espalier(root, 'render', '--check', '--staged')
    assert.equal(after, { code: 0, out: 'shop: up to date\n', err: '' })
  }),
)

test(
  'a file that Git ignores is one that no commit will hold',
  withTree(async ({ root, put, git }) => {
    put('.gitignore', '*_my-httproute.yaml\n')
    git('add', '--all')
    const { code, err } = await espalier(root, 'render', '--staged')
    assert.is(code, 1)
    assert.is(err.split('\n')[0], `${route}: Git does not track it`)
  }),
)

test(
  'what a topology no longer renders must be staged as removed; what others delete there is their own affair',
  withTree(async ({ root, put, git, has }) => {
    put('clusters/config/notes.yaml', 'by: hand\n')
    git('add', '--all')
    put('topology.yaml', topology.replace('name: my-httproute', 'name: another'))
    rmSync(join(root, 'clusters/config/notes.yaml'))
    assert.is((await espalier(root, 'render')).code, 0)
    assert.not(has(route))
    const { code, out } = await espalier(root, 'render', '--check', '--staged')
    assert.is(code, 1)
    assert.match(out, `unstaged ${route}: it is no longer rendered, but still staged\n`)
    assert.match(out, `unstaged ${route.replace('my-httproute', 'another')}: Git does not track it\n`)
    assert.not.match(out, 'notes.yaml')
    git('add', '--all')
    assert.is((await espalier(root, 'render', '--check', '--staged')).code, 0)
  }),
)

test(
  'a rendered file that is staged with other content is named once',
  withTree(async ({ root, put, get, git }) => {
    const text = get(route)
    put(route, `${text}# mine\n`)
    git('add', '--all')
    const other = await espalier(root, 'render', '--check', '--staged')
    assert.match(other.out, `changed  ${route}\n`)
    assert.match(other.out, /\nshop: 1 changed\n$/)
    put(route, text)
    const { code, err } = await espalier(root, 'render', '--staged')
    assert.is(code, 1)
    assert.is(err.split('\n')[0], `${route}: it is staged with other content`)
    assert.is(err.split('\n').length, 3)
  }),
)

test(
  'the index that git commit -a or git commit FILE prepares is the one that counts, and that of another repository does not',
  withTree(async ({ root, git }) => {
    git('read-tree', '--index-output=.git/next-index', 'HEAD')
    git('add', '--all')
    const hook = (GIT_INDEX_FILE: string) => {
      const io = { ...fakeIo(root), env: { ...gitEnvironment, GIT_INDEX_FILE } }
      return run(['render', '--staged'], io)
    }
    assert.is(await hook(join(root, '.git/next-index')), 1)
    assert.is(await hook('.git/next-index'), 1)
    assert.is(await hook('.git/index'), 0)
    assert.is(await hook('/elsewhere/.git/index'), 0)
  }),
)

test(
  'outside Git nothing can be staged, and it says so',
  inSandbox(async ({ root, put }) => {
    put('topology.yaml', topology)
    const { code, err } = await espalier(root, 'render', '--staged')
    assert.is(code, 2)
    assert.match(err, 'espalier render: --staged: there is no Git here\n')
    assert.is((await espalier(root, 'render', '--check', '--staged')).code, 2)
  }),
)

test.run()
