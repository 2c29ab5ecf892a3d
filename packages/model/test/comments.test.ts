import { createLocate, readComments } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('comments')

const comments = (...lines: string[]) => readComments({ file: 'a.yaml', text: lines.join('\n') })
const told = (...lines: string[]) => comments(...lines).map(({ text, line }) => `${line} ${text}`)

test('a comment speaks of its own line, or of the next one that is no comment', () => {
  assert.equal(told('a: 1 # one', '# two', '  # three', 'b: {c: 1, # four', '  d: 2}'), [
    '1 # one',
    '4 # two',
    '4 # three',
    '4 # four',
  ])
  // A line left blank is a line.
  assert.equal(told('a: 1', '# one', '', 'b: 1'), ['3 # one'])
})

test('inside of a scalar nothing is a comment', () => {
  assert.equal(told('a: "# no"', "b: it's#no", 'c: |', '  # no', 'd: > # yes', '  x # no', "e: '# no'"), [
    '5 # yes',
  ])
})

test('a comment heads the document whose first key it stands before', () => {
  const found = comments(
    '# a',
    '---',
    '# b',
    'x: 1 # c',
    '# d',
    '--- # e',
    'x: 1',
    '...',
    '# f',
    '---',
    'x: 1',
  )
  assert.equal(
    found.map(({ text, heads, at }) => `${text.slice(2)}${at.doc}${heads ? ' heads' : ''}`),
    ['a0 heads', 'b0 heads', 'c0', 'd0', 'e1 heads', 'f2 heads'],
  )
})

test('comments are found at their places, whatever ends the lines, and in a text that is not YAML', () => {
  const locate = createLocate()
  const source = { file: 'a.yaml', text: '\uFEFF# one\r\nx: [ # two\r\n' }
  assert.equal(
    readComments(source).map(({ at, text }) => [text, locate(at).line, locate(at).column]),
    [
      ['# one', 1, 1],
      ['# two', 2, 6],
    ],
  )
  assert.equal(comments(''), [])
  assert.equal(told('# alone'), ['2 # alone'])
})

test.run()
