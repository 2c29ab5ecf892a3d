import { headerOf, parseHeader } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('header')

test('a header names its file, topology and cluster on one line', () => {
  const line = '# Rendered by Espalier from fleet/topology.yaml (topology shop, cluster config); do not edit'
  assert.is(headerOf('fleet/topology.yaml', 'shop', 'config'), line)
})

test('what is written is read again, however odd the file is called', () => {
  const odd = [
    'a b.yaml',
    'a (topology x, cluster y); do not edit',
    '100%.yaml',
    '%0A',
    'a\nb\r\u0085\u2028',
    'ä/ö',
    '#',
    '"',
  ]
  for (const file of odd) {
    const header = headerOf(file, 'shop', 'config')
    assert.equal(parseHeader(`${header}\na: 1\n`), { file, topology: 'shop', cluster: 'config' })
    assert.not.match(header, /[\n\r\u0085\u2028]/)
  }
})

test('CRLF, a byte order mark and the end of the text hide no header', () => {
  const header = headerOf('topology.yaml', 'shop', 'config')
  for (const text of [header, `${header}\r\na: 1\r\n`, `\uFEFF${header}\n`])
    assert.is(parseHeader(text)?.topology, 'shop', text)
})

test('a header that is not the first line, or not whole, is none', () => {
  const header = headerOf('topology.yaml', 'shop', 'config')
  for (const text of [
    '',
    `\n${header}\n`,
    ` ${header}\n`,
    `${header} really\n`,
    header.slice(2),
    header.replace('shop', ''),
  ]) {
    assert.is(parseHeader(text), undefined, text)
  }
})

test.run()
