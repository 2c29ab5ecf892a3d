import {
  baselineOf,
  lint,
  type Report,
  readBaseline,
  reportFindings,
  sinceReport,
  withoutBaseline,
  writeBaseline,
} from '@espalier/linter'
import { type Finding, placeOf } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf, manifest } from './fleet-of.ts'

const test = suite('report')

const secret = (name: string) => manifest(`v1 Secret shop/${name}`, 'data: {password: eA==}\n')
const run = (texts: Readonly<Record<string, string>>) => lint([fleetOf(texts)])
const fingerprints = ({ findings }: Pick<Report, 'findings'>) =>
  findings.map(({ fingerprint }) => fingerprint)

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

const shared = (clusters: readonly string[]) =>
  clusters.map(
    (cluster): Finding => ({
      rule: 'a/b',
      severity: 'error',
      message: 'it is',
      at: placeOf({ file: 'base.yaml', text: 'a: 1\n' }, ['a']),
      related: [
        { at: placeOf({ file: 'base.yaml', text: 'a: 1\n' }), message: 'the other end' },
        { at: placeOf({ file: `${cluster}.yaml`, text: 'a: 1\n' }), message: 'the other end' },
      ],
      remedy: 'Mend it.',
      cluster,
    }),
  )
const reported = (...clusters: string[]) => lint([], { also: shared(clusters) })

test('what is the same in several clusters that share a manifest is one finding, with every other end', () => {
  const { findings, summary } = reported('prod', 'dev', 'stage')
  assert.equal([findings.length, summary.error], [1, 1])
  const [finding] = findings
  assert.equal([finding?.cluster, finding?.clusters], ['dev', ['dev', 'prod', 'stage']])
  assert.equal(
    finding?.related.map(({ span }) => span.file),
    ['base.yaml', 'dev.yaml', 'prod.yaml', 'stage.yaml'],
  )
  assert.equal(fingerprints({ findings }), fingerprints(reported('dev')))
})

test('what is suppressed in one cluster, or of another severity there, is a finding of its own', () => {
  const [dev, prod] = shared(['dev', 'prod'])
  assert.ok(dev && prod)
  assert.is(lint([], { also: [dev, { ...prod, severity: 'info' }] }).findings.length, 2)
  const suppression = { rule: 'a/b', writtenIn: 'comment', reason: 'a demo', at: dev.at } as const
  const all = reportFindings([dev, { ...prod, suppression }])
  assert.equal(
    all.map(({ clusters }) => clusters),
    [['dev'], ['prod']],
  )
})

test('a finding that was there in one cluster is known in all that share the manifest, whichever comes first', () => {
  for (const [before, after] of [
    [['prod'], ['dev', 'prod']],
    [['dev', 'prod'], ['prod']],
  ] as const) {
    const [old, now] = [reported(...before), reported(...after)]
    const { findings, since } = sinceReport(now, old, 'main')
    assert.equal([findings.length, since?.fixed.length, since?.unchanged], [0, 0, 1])
    const baseline = readBaseline(writeBaseline(baselineOf(old.findings, file => file))).value ?? []
    assert.is(baseline.length, 1)
    const { report, stale } = withoutBaseline(now, baseline)
    assert.equal([report.findings.length, report.summary.baselined, stale.length], [0, 1, 0])
  }
  const other = sinceReport(reported('dev'), reported('prod'), 'main')
  assert.equal([other.findings.length, other.since?.fixed.length], [1, 1])
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
