import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { difference, differences } from '../src/tree/difference.ts'

const test = suite('difference')

const numbered = (count: number, word: string): string =>
  Array.from({ length: count }, (_, at) => `${word} ${at}\n`).join('')
const path = 'a.yaml'

test('shows the lines that differ, each with its neighbours', () => {
  assert.equal(difference({ path, text: 'a\nb\nc\nd\n' }, 'a\nb\nx\nd\n'), [
    '@@ line 2 @@',
    ' b',
    '-c',
    '+x',
    ' d',
  ])
})

test('ten lines of a file are shown, and the rest counted', () => {
  const lines = difference({ path, text: numbered(30, 'a') }, numbered(30, 'b'))
  assert.equal([lines.length, lines.at(-1)], [11, '… 51 more lines'])
  assert.equal(difference({ path, text: numbered(900, 'a') }, numbered(900, 'b')), [
    '… differs in most of its lines',
  ])
})

test('sixty lines are shown of all files together', () => {
  const changed = Array.from({ length: 20 }, (_, at) => ({ path: `${at}.yaml`, text: numbered(9, 'a') }))
  const shown = differences(changed, new Map(changed.map(one => [one.path, numbered(9, 'b')])))
  assert.is(shown.size, 6)
  assert.is(shown.has('6.yaml'), false)
})

test('what is in a file cannot steer the terminal', () => {
  assert.equal(difference({ path, text: '\u001b[2J\n' }, 'a\n'), ['@@ line 1 @@', '-\uFFFD[2J', '+a'])
})

test.run()
