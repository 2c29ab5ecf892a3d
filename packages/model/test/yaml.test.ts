import { createAsWritten, createLocate, readYaml } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('yaml')

const source = (text: string) => ({ file: 'a.yaml', text })
const at = (text: string, path: (string | number)[], on: 'key' | 'value' = 'value') => {
  const { line, column, endLine, endColumn } = createLocate()({ source: source(text), doc: 0, path, on })
  return [line, column, endLine, endColumn]
}

test('values and keys are found at their line and column', () => {
  const text = 'a:\n  - b: 1\n    c: hello\n'
  assert.equal(at(text, ['a', 0, 'c']), [3, 8, 3, 13])
  assert.equal(at(text, ['a', 0, 'c'], 'key'), [3, 5, 3, 6])
  assert.equal(at(text, ['a', 0]), [2, 5, 2, 9])
})

test('a path that leads too far points at the last key it reached', () => {
  assert.equal(at('a:\n  b: 1\n', ['a', 'x', 'y']), [1, 1, 1, 2])
})

test('CRLF and a byte order mark move no column', () => {
  assert.equal(at('\uFEFFa: 1\r\nb: 22\r\n', ['b']), [2, 4, 2, 6])
  assert.equal(at('\uFEFFa: 1\r\nb: 2\r\n', ['a'], 'key'), [1, 1, 1, 2])
  assert.equal(readYaml(source('\uFEFFa: 1\r\nb: 2\r\n')).documents[0]?.value, { a: 1, b: 2 })
})

test('a broken document costs only itself, and says where', () => {
  const { documents, faults } = readYaml(source('a: 1\n---\nb: [\n---\nc: 3\n'))
  assert.equal(
    documents.map(document => document.index),
    [0, 2],
  )
  assert.ok(faults.every(fault => fault.kind === 'not-yaml' && fault.at.doc === 1))
  assert.ok(faults.length > 0)
})

test('duplicate keys, tabs, alias bombs and deep nesting are faults of their own kind', () => {
  const kinds = (text: string) => readYaml(source(text)).faults.map(fault => fault.kind)
  assert.equal(kinds('a: 1\na: 2\n'), ['duplicate-key'])
  assert.ok(kinds('a:\n\tb: 1\n').includes('tab-indentation'))
  const levels = [...'bcdefghi'].map(
    (name, i) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[i]}`).join(',')}]`,
  )
  assert.equal(kinds(`a: &a [x,x,x,x,x,x,x,x,x,x]\n${levels.join('\n')}\n`), ['alias-bomb'])
  assert.equal(kinds('['.repeat(100_000)), ['too-large'])
})

test('plain scalars that YAML 1.1 reads differently are reported with their path', () => {
  const { documents } = readYaml(source('a: 012345678901\nb: {c: [on, "on", 1:30]}\nd: 12\n'))
  assert.equal(documents[0]?.ambiguous, [
    { path: ['a'], text: '012345678901' },
    { path: ['b', 'c', 0], text: 'on' },
    { path: ['b', 'c', 2], text: '1:30' },
  ])
})

test('a scalar that a tag makes a text is not plain, neither as a value nor as a key', () => {
  const text = 'a: !!str 0777\nb: ! on\nc: &x on\n!!str yes: d\n? !!str 1\n: e\nno: f\n'
  const { documents } = readYaml(source(text))
  assert.equal(documents[0]?.ambiguous, [{ path: ['c'], text: 'on' }])
  const written = createAsWritten()
  const keys = ['yes', '1', 'no'].map(key =>
    written({ source: source(text), doc: 0, path: [key], on: 'key' }),
  )
  assert.equal(keys, [undefined, undefined, 'no'])
})

test.run()
