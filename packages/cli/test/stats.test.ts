import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { statsOf } from '../src/lint/stats.ts'
import { progressOf } from '../src/progress.ts'
import { espalier } from './fake-io.ts'
import { inSandbox } from './sandbox.ts'

const test = suite('stats and progress')

const finding = { rule: 'area/slow' }
const report = { findings: [finding, finding], suppressed: [], summary: { files: 3, manifests: 4 } } as never

test('steps of one name add up, and rules come by what they took', async () => {
  let clock = 0
  const { step, write } = statsOf({ now: () => clock })
  const takes = (time: number) => () => {
    clock += time
  }
  const late = step('read', async () => {
    await Promise.resolve()
    clock += 5
  })
  await late
  step('area/quick', takes(1))
  step('area/none', takes(0.4))
  step('area/slow', takes(20))
  step('area/slow', takes(10))
  step('write', takes(2))
  const rows = write(report)
    .split('\n')
    .map(line => line.trim().split(/\s{2,}/))
  assert.equal(rows, [
    ['3 files, 4 manifests'],
    ['read', '5 ms'],
    ['write', '2 ms'],
    ['3 rules', '31 ms'],
    ['area/slow', '30 ms', '2 findings'],
    ['area/quick', '1 ms', '0 findings'],
    ['1 other', '0 ms', '0 findings'],
    [''],
  ])
})

test('progress is shown to who watches, past a second, now and then, and is gone at the end', () => {
  const shown: string[] = []
  let clock = 0
  const io = {
    watched: true,
    now: () => clock,
    err: (text: string) => shown.push(text),
    errWidth: 20,
  } as never
  const progress = progressOf(io)
  for (const at of [0, 999, 1000, 1050, 1100, 1101]) {
    clock = at
    progress.tick(`at ${at} ${'x'.repeat(30)}`)
  }
  progress.end()
  progress.end()
  assert.equal(
    shown.map(text => text.slice('\r\u001b[2K'.length)),
    ['at 1000 xxxxxxxxxxx', 'at 1100 xxxxxxxxxxx', ''],
  )
  const nobody = progressOf({
    watched: false,
    now: () => clock,
    err: () => assert.unreachable(),
    errWidth: 20,
  } as never)
  clock += 10_000
  nobody.tick('reading')
  nobody.end()
})

test(
  '--stats speaks on stderr, and stdout is as without it',
  inSandbox(async box => {
    box.put('east/a.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop}\n')
    const plain = await espalier(box.root, 'lint', 'east')
    const measured = await espalier(box.root, 'lint', 'east', '--stats')
    assert.is(measured.out, plain.out)
    assert.match(
      measured.err,
      /^1 file, 1 manifest\nread files +0 ms\nread YAML +0 ms\nask the engines +0 ms\nbuild fleets +0 ms\ncheck schemas +0 ms\nwrite +0 ms\n\d+ rules +0 ms\n/m,
    )
  }),
)

test.run()
