import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { conflictSides } from '../src/tree/conflict.ts'
import { inSandbox, rendered, type Sandbox, treeOf } from './sandbox.ts'

const test = suite('conflict')

const path = 'clusters/one/a.yaml'

/** A merge of two branches that both rendered the file anew. */
const merge = (box: Sandbox, ours: string, theirs: string, style: string): void => {
  box.put(path, rendered('a: 1\nb: 1'))
  box.commit()
  box.git('config', 'merge.conflictStyle', style)
  box.git('checkout', '-q', '-b', 'theirs')
  box.put(path, theirs)
  box.git('commit', '-qam', 'theirs')
  box.git('checkout', '-q', 'main')
  box.put(path, ours)
  box.git('commit', '-qam', 'ours')
  assert.throws(() => box.git('merge', '-q', 'theirs'))
  assert.match(box.get(path), /^<{7} /m)
}

for (const style of ['merge', 'diff3']) {
  test(
    `a conflict of two renders is rendered away (${style})`,
    inSandbox(async box => {
      merge(box, rendered('a: 2\nb: 1'), rendered('a: 3\nb: 1'), style)
      assert.is((await box.render(treeOf({ [path]: 'a: 4' }))).written, 1)
      assert.is(box.get(path), rendered('a: 4'))
    }),
  )

  test(
    `a conflict in the header itself is one of two renders (${style})`,
    inSandbox(async box => {
      const moved = rendered('a: 3').replace('topology.yaml', 'fleet/topology.yaml')
      merge(box, rendered('a: 2'), moved.replace('cluster one', 'cluster two'), style)
      assert.is((await box.render(treeOf({ [path]: 'a: 4' }))).written, 1)
    }),
  )

  test(
    `a conflict with a side that is not rendered is foreign (${style})`,
    inSandbox(async box => {
      merge(box, rendered('a: 2'), 'by: hand\n', style)
      const { foreign, written } = await box.render(treeOf({ [path]: 'a: 4' }))
      assert.equal([foreign.map(one => one.path), written], [[path], 0])
    }),
  )
}

test('markers that do not fit together make no sides', () => {
  const broken = [
    '<<<<<<< a\nx\n',
    '<<<<<<< a\nx\n=======\ny\n',
    '=======\nx\n>>>>>>> b\n',
    '<<<<<<< a\n<<<<<<< a\n=======\n>>>>>>> b\n',
  ]
  for (const text of [...broken, 'a: 1\n', '']) assert.equal(conflictSides(text), [], text)
})

test('what is outside the conflicts is on every side; longer markers are text', () => {
  const text =
    '1\n<<<<<<< a\n2\n||||||| base\n<<<<<<<<< x\n=======\n3\n>>>>>>> b\n4\n<<<<<<< a\n|||||||\n5\n=======\n>>>>>>> b\n'
  assert.equal(conflictSides(text), ['1\n2\n4\n', '1\n<<<<<<<<< x\n4\n5\n', '1\n3\n4\n'])
})

test.run()
