import { plainStyle } from '@espalier/model/style'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { run } from '../src/run.ts'

const test = suite('bug')

test('what nobody expected is called a bug, with its stack, and is exit 2', async () => {
  let err = ''
  const out = (): never => {
    throw new Error('unforeseen')
  }
  const io = {
    cwd: '/',
    env: {},
    out,
    err: (text: string) => {
      err += text
    },
    terminal: false,
    watched: false,
    now: () => 0,
    width: 80,
    errWidth: 80,
    style: plainStyle,
    errStyle: plainStyle,
    today: '2026-11-21',
  }
  assert.is(await run(['--version'], io), 2)
  assert.match(err, /^this is a bug in Espalier 0\.0\.0-dev:\nError: unforeseen\n {4}at /)
})

test.run()
