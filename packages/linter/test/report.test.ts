import { lint, type Report } from '@espalier/linter'
import { placeOf } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf, manifest } from './fleet-of.ts'

const test = suite('report')

const secret = (name: string) => manifest(`v1 Secret shop/${name}`, 'data: {password: eA==}\n')
const run = (texts: Readonly<Record<string, string>>) => lint([fleetOf(texts)])
const fingerprints = ({ findings }: Report) => findings.map(({ fingerprint }) => fingerprint)

test('findings are sorted by file and line', () => {
  const { findings } = run({
    'b/1.yaml': secret('a'),
    'a/2.yaml': secret('b') + secret('a'),
    'a/1.yaml': secret('c'),
  })
  assert.equal(
    findings.map(({ span }) => `${span.file}:${span.line}`),
    ['a/1.yaml:4', 'a/2.yaml:4', 'a/2.yaml:9', 'b/1.yaml:4'],
  )
})

test('a fingerprint outlives edits above the object, and the move to another file', () => {
  const [before] = fingerprints(run({ 'a/1.yaml': secret('db') }))
  assert.match(before ?? '', /^[0-9a-f]{16}$/)
  assert.equal(
    fingerprints(run({ 'a/2.yaml': `# a comment\n${manifest('v1 Service shop/x')}${secret('db')}` })),
    [before],
  )
})

test('fingerprints differ by object and cluster, and equal findings are numbered', () => {
  const all = fingerprints(run({ 'a/1.yaml': secret('a') + secret('b'), 'b/1.yaml': secret('a') }))
  assert.is(new Set(all).size, 3)
  const twice = fingerprints(run({ 'a/1.yaml': 'a: 1\na: 1\na: 1\n' }))
  assert.equal([twice.length, new Set(twice).size], [2, 2])
})

test('what two topologies both find in one file is said once', () => {
  const fleet = fleetOf({ 'a/1.yaml': secret('a') })
  const { findings, summary } = lint([fleet, fleet])
  assert.equal([findings.length, summary.error, summary.files], [1, 1, 1])
})

test('a finding keeps its name when only a count in its message changes', () => {
  const named = (message: string): string | undefined => {
    const at = placeOf({ file: 'a.yaml', text: 'a: 1\n' })
    const finding = { rule: 'a/b', severity: 'error', message, at, related: [], remedy: 'Mend it.' } as const
    return lint([], { also: [finding] }).findings[0]?.fingerprint
  }
  assert.is(named('1 manifest in x belongs to nobody'), named('12 manifests in x belongs to nobody'))
  assert.is.not(named('1 manifest in x belongs to nobody'), named('1 manifest in y belongs to nobody'))
})

test('the summary counts what was read', () => {
  const { summary } = run({
    'a/1.yaml': secret('a') + manifest('v1 Service shop/x'),
    'b/1.yaml': 'kind: List\nitems: []\n',
  })
  assert.equal(summary, {
    error: 1,
    warning: 0,
    info: 0,
    suppressed: 0,
    baselined: 0,
    unresolved: 0,
    manifests: 2,
    files: 2,
    clusters: 1,
  })
})

test('the same manifests in another order give the same report', () => {
  const texts = { 'a/1.yaml': secret('a'), 'b/1.yaml': secret('a'), 'b/2.yaml': secret('b') }
  const other = Object.fromEntries(Object.entries(texts).reverse())
  assert.equal(fingerprints(run(texts)), fingerprints(run(other)))
})

test.run()
