import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Disk, disk } from '../src/tree/disk.ts'
import { writeTree } from '../src/tree/write-tree.ts'
import { gitEnvironment, inSandbox, rendered, type Sandbox, treeOf } from './sandbox.ts'

const test = suite('disk-failure')

const tree = treeOf({ 'clusters/one/a.yaml': 'a: 1', 'clusters/one/b.yaml': 'b: 1' })

function refuse(code: string): never {
  throw Object.assign(new Error(`${code}: refused`), { code, syscall: 'open' })
}

const failing = (operation: keyof Disk, part: string, code: string): Disk => ({
  ...disk,
  [operation]: (...args: [string, string]) =>
    args.at(-1)?.includes(part) ? refuse(code) : disk[operation](...args),
})

const fails = async ({ target }: Sandbox, disk: Disk) =>
  (await writeTree(tree, target, { env: gitEnvironment, disk })).error

test(
  'a full disk stops the render with the file’s name, leaves no temporary file, and the next run completes',
  inSandbox(async box => {
    box.put('clusters/one/mine.yaml', 'mine: true')
    box.commit()
    const full = failing('rename', 'b.yaml', 'ENOSPC')
    assert.is(await fails(box, full), 'clusters/one/b.yaml cannot be written: no space is left on the device')
    assert.equal(box.list(), ['clusters/one/a.yaml', 'clusters/one/mine.yaml'])
    const half: Disk = {
      ...disk,
      create(path, text) {
        disk.create(path, text.slice(0, 9))
        if (text.includes('b: 1')) refuse('EDQUOT')
      },
    }
    assert.is(await fails(box, half), 'clusters/one/b.yaml cannot be written: the disk quota is used up')
    assert.equal(box.list(), ['clusters/one/a.yaml', 'clusters/one/mine.yaml'])
    assert.is((await box.render(tree)).written, 1)
  }),
)

test(
  'a folder of a cluster appears whole or not at all',
  inSandbox(async box => {
    box.commit()
    for (const broken of [failing('create', 'b: 1', 'ENOSPC'), failing('rename', 'one', 'ENOSPC')]) {
      assert.is(await fails(box, broken), 'clusters/one cannot be written: no space is left on the device')
      assert.equal(box.list(), [])
    }
    assert.is((await box.render(tree)).written, 2)
  }),
)

test(
  'a file that cannot be removed, and a record that cannot be written, are named',
  inSandbox(async box => {
    box.put('clusters/one/old.yaml', rendered('old: true'))
    box.commit()
    const record = failing('makeFolder', 'espalier', 'EROFS')
    const stuck = failing('remove', 'old.yaml', 'EBUSY')
    assert.match(
      (await fails(box, record)) ?? '',
      /^the record .*shop\.json cannot be written: the file system is read-only$/,
    )
    assert.equal(box.list(), ['clusters/one/old.yaml'])
    assert.is(await fails(box, stuck), 'clusters/one/old.yaml cannot be removed: another program uses it')
  }),
)

test(
  'a tree that may not be read is named',
  inSandbox(async box => {
    box.put('clusters/one/a.yaml', rendered('a: 1'))
    chmodSync(join(box.root, 'clusters/one'), 0)
    const error = await fails(box, disk)
    chmodSync(join(box.root, 'clusters/one'), 0o700)
    // The superuser may read everything.
    if (process.getuid?.() !== 0) assert.is(error, 'clusters/one cannot be read: permission denied')
  }),
)

test.run()
