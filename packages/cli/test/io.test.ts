import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { processIo, wantsColour } from '../src/io.ts'

const test = suite('io')

test('colours are for terminals, unless the user says otherwise', () => {
  const cases: [Record<string, string>, boolean, boolean][] = [
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    [{ TERM: 'dumb' }, true, false],
  ]
  for (const [env, terminal, wanted] of cases)
    assert.is(wantsColour(env, terminal), wanted, JSON.stringify(env))
})

test('a process without a terminal is 80 columns wide and plain', () => {
  const io = processIo({
    ...process,
    cwd: () => '/',
    env: {},
    stdout: { isTTY: false },
  } as unknown as NodeJS.Process)
  assert.equal([io.cwd, io.width, io.terminal, io.style.red('x')], ['/', 80, false, 'x'])
})

test('colours, once wanted, reach a pipe', () => {
  const io = processIo({
    ...process,
    cwd: () => '/',
    env: { FORCE_COLOR: '1' },
    stdout: {},
  } as unknown as NodeJS.Process)
  assert.is(io.style.red('x'), '\u001b[31mx\u001b[39m')
})

test.run()
