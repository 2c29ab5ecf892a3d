import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Written } from '../src/tree/write-tree.ts'
import { inSandbox, rendered, type Sandbox, treeOf } from './sandbox.ts'

const test = suite('write-tree')

const path = 'clusters/one/lattice/a.yaml'
const old = treeOf({ [path]: 'version: 1' })
const next = treeOf({ [path]: 'version: 2' })

const nothing: Written = {
  foreign: [],
  handEdited: [],
  strangers: [],
  moved: [],
  written: 0,
  unchanged: 0,
  removed: 0,
  unguarded: false,
}

const replaces = async (box: Sandbox): Promise<void> => {
  assert.equal((await box.render(next)).handEdited, [])
  assert.is(box.get(path), rendered('version: 2'))
}

const refuses = async (box: Sandbox, tree = next): Promise<void> => {
  const before = box.get(path)
  const { handEdited, written } = await box.render(tree)
  assert.equal({ handEdited, written }, { handEdited: [path], written: 0 })
  assert.is(box.get(path), before)
}

test(
  'a committed file is replaced',
  inSandbox(async box => {
    box.put(path, rendered('version: 1'))
    box.commit()
    await replaces(box)
  }),
)

test(
  'a staged file is replaced, in a repository without a commit too',
  inSandbox(async box => {
    box.git('init', '-q')
    box.put(path, rendered('staged: true'))
    box.git('add', '-A')
    await replaces(box)
  }),
)

test(
  'a file that is as committed is replaced although something else is staged',
  inSandbox(async box => {
    box.put(path, rendered('version: 1'))
    box.commit()
    box.put(path, rendered('staged: true'))
    box.git('add', '-A')
    box.put(path, rendered('version: 1'))
    await replaces(box)
  }),
)

test(
  'SHA-256 repositories are understood',
  inSandbox(async box => {
    box.put(path, rendered('version: 1'))
    box.commit('--object-format=sha256')
    await replaces(box)
  }),
)

test(
  'a file that Espalier wrote and nobody committed is replaced',
  inSandbox(async box => {
    box.commit()
    await box.render(old)
    await replaces(box)
  }),
)

test(
  'a hand edit is refused and named, and nothing else is written either',
  inSandbox(async box => {
    const other = 'clusters/one/lattice/b.yaml'
    box.put(path, rendered('version: 1'))
    box.commit()
    box.put(path, rendered('version: 1 # edited'))
    await refuses(box, new Map([...next, ...treeOf({ [other]: 'new: true' })]))
    assert.not(box.has(other))
  }),
)

test(
  'an edit of what Espalier wrote is refused, whether untracked or staged in an earlier version',
  inSandbox(async box => {
    box.commit()
    await box.render(old)
    box.put(path, rendered('version: 1 # edited'))
    await refuses(box)
    box.git('add', '-A')
    box.put(path, rendered('version: 1 # edited again'))
    await refuses(box)
  }),
)

test(
  '--force overwrites hand edits, and the next render needs no force',
  inSandbox(async box => {
    box.commit()
    box.put(path, rendered('edited: true'))
    assert.is((await box.render(old, { force: true })).written, 1)
    await replaces(box)
  }),
)

test(
  'an edit that makes the file what is rendered anyway is none',
  inSandbox(async box => {
    box.commit()
    box.put(path, rendered('version: 2'))
    assert.equal({ ...(await box.render(next)) }, { ...nothing, unchanged: 1 })
  }),
)

const crlf = (text: string): string => text.replaceAll('\n', '\r\n')

test(
  'a checkout with CRLF line ends is up to date, and as good as committed',
  inSandbox(async box => {
    box.put(path, rendered('version: 1'))
    box.commit()
    box.put(path, crlf(rendered('version: 1')))
    await replaces(box)
    box.put(path, crlf(rendered('version: 2')))
    assert.is((await box.render(next)).unchanged, 1)
    assert.is(box.get(path), crlf(rendered('version: 2')))
  }),
)

test(
  'CRLF line ends in the repository, or in what Espalier wrote, are no edits',
  inSandbox(async box => {
    box.put(path, crlf(rendered('version: 1')))
    box.commit()
    box.put(path, rendered('version: 1'))
    await replaces(box)
    box.put(path, crlf(rendered('version: 2')))
    assert.is((await box.render(old)).written, 1)
    box.put(path, crlf(rendered('version: 3 # edited')))
    await refuses(box)
  }),
)

test(
  'bytes that are no UTF-8 count as an edit, and Git may have them all the same',
  inSandbox(async box => {
    const bytes = Buffer.concat([Buffer.from(rendered('name: x')), Buffer.from([0xff])])
    box.commit()
    await box.render(old)
    writeFileSync(join(box.root, path), bytes)
    await refuses(box)
    assert.equal(readFileSync(join(box.root, path)), bytes)
    box.git('add', '-A')
    await replaces(box)
  }),
)

test(
  'a damaged record vouches for nothing',
  inSandbox(async box => {
    box.commit()
    await box.render(old)
    for (const text of ['', '{', 'null', '{"files": {"clusters/one/lattice/a.yaml": 1}}']) {
      box.put('.git/espalier/shop.json', text)
      await refuses(box)
    }
  }),
)

test(
  'outside Git own files are replaced, and it is said',
  inSandbox(async box => {
    assert.is((await box.render(old)).unguarded, false)
    box.put(path, rendered('version: 1 # edited'))
    assert.is((await box.render(next)).unguarded, true)
    assert.equal(box.list(), [path])
  }),
)

test(
  'without a git program a repository is as good as none',
  inSandbox(async box => {
    box.commit()
    box.put(path, rendered('edited: true'))
    assert.is((await box.render(next, { env: { PATH: box.root } })).unguarded, true)
  }),
)

test.run()
