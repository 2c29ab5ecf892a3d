import { createLocate } from '@espalier/model'
import { readTopology } from '@espalier/model/topology'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

// What a fixture file cannot hold: line ends and byte order marks that Git would change, sizes that nobody wants in a repository.

const test = suite('topology text')

const lines = [
  'apiVersion: espalier.dev/v1',
  'kind: Topology',
  'name: shop',
  'gitops: {engine: argocd, repository: https://github.com/acme/fleet, argocd: {cluster: hub}}',
  'clusters:',
  '  - name: hub',
]
const source = (text: string) => ({ file: 'topology.yaml', text })
const checks = (text: string) => readTopology(source(text)).problems.map(problem => problem.check)

test('CRLF and a byte order mark are accepted', () => {
  assert.equal(readTopology(source(`\uFEFF${lines.join('\r\n')}\r\n`)).value?.name, 'shop')
  const [problem] = readTopology(
    source(`\uFEFF${lines.join('\r\n').replace('hub}', 'hub, x: 1}')}\r\n`),
  ).problems
  assert.ok(problem)
  const { line, column } = createLocate()(problem.at)
  assert.equal([problem.check, line, column], ['unknown-field', 4, 92])
})

test('a text of over sixteen million characters is refused before it is read', () => {
  const text = `${lines.join('\n')}\n`
  assert.equal(checks(text + '#'.repeat(16 * 1024 * 1024 - text.length)), [])
  assert.equal(checks(text + '#'.repeat(16 * 1024 * 1024 - text.length + 1)), ['topology-too-large'])
})

test('a text without any document is empty', () => {
  for (const text of ['', '\n', '\uFEFF', '---\n', '# nothing\n---\n---\n'])
    assert.equal(checks(text), ['topology-empty'])
})

test('keys that JavaScript gives a meaning are fields like any other', () => {
  const { problems } = readTopology(
    source(`${lines.join('\n')}\n    __proto__: {role: config}\n    constructor: 1\n`),
  )
  assert.equal(
    problems.map(problem => problem.at.path.at(-1)),
    ['__proto__', 'constructor'],
  )
  assert.equal(checks(`${lines.join('\n').replace('kind: Topology', '__proto__: {kind: Topology}')}\n`), [
    'not-a-topology',
  ])
  assert.is(Reflect.get({}, 'role'), undefined)
})

test('the first of two equal keys is named beside the second', () => {
  const { problems } = readTopology(source(`${lines.join('\n')}\n"name": other\n`))
  const locate = createLocate()
  const places = problems.flatMap(({ at, related = [] }) => [at, ...related.map(one => one.at)])
  assert.equal(
    places.map(place => locate(place).line),
    [7, 3],
  )
})

test.run()
