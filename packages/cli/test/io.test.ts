import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { processIo, wantsColour } from '../src/io.ts'
import { talk } from '../src/talk.ts'
import { fakeIo } from './fake-io.ts'

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

test('what stderr shows is coloured where stderr is a terminal, whatever stdout is', () => {
  const terminal = { isTTY: true }
  const io = (stdout: object, stderr: object) =>
    processIo({ ...process, cwd: () => '/', env: {}, stdout, stderr } as unknown as NodeJS.Process)
  const coloured = '\u001b[31mx\u001b[39m'
  const redirected = io(terminal, {})
  assert.equal([redirected.style.red('x'), redirected.errStyle.red('x')], [coloured, 'x'])
  const piped = io({}, terminal)
  assert.equal([piped.style.red('x'), piped.errStyle.red('x')], ['x', coloured])
})

test('talk is wrapped for whom it is written, and left as it is for programs', () => {
  const shown = (watched: boolean, sentence: string) => {
    let text = ''
    talk('lint', sentence, {
      ...fakeIo('/'),
      watched,
      errWidth: 40,
      err: more => {
        text += more
      },
    })
    return text
  }
  assert.is(
    shown(true, 'network is taken for the config cluster, which is a guess'),
    'espalier lint: network is taken for\n  the config cluster, which is a guess\n',
  )
  assert.is(shown(true, 'a  b'), 'espalier lint: a  b\n')
  assert.is(shown(false, 'x '.repeat(40)), `espalier lint: ${'x '.repeat(40)}\n`)
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
