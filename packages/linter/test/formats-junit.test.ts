import { lint, type Report } from '@espalier/linter'
import { placeOf } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf, manifest } from './fleet-of.ts'
import { oddReport } from './odd-report.ts'
import { written } from './written.ts'
import { xmlElements } from './xml-elements.ts'

const test = suite('format junit')

const all = (name: string, report: Report, options: Parameters<typeof written>[2] = {}) =>
  xmlElements(written('junit', report, options)).filter(element => element.name === name)

const gateway = manifest('gateway.networking.k8s.io/v1 Gateway ns/net', 'spec: {gatewayClassName: lattice}\n')
const topology = { file: 'topology.yaml', text: 'clusters:\n  - name: config\n' }
const at = placeOf(topology, ['clusters', 0])
const info = { rule: 'a/b', severity: 'info' as const, message: 'it is', at, related: [], remedy: 'Do it.' }
const fleet = fleetOf({ 'workload-1/a.yaml': gateway, 'config/b.yaml': '' }, { config: { at } })
const report = lint([fleet], { also: [info] })

test('a finding that fails the run is a failure, a lesser one is skipped', () => {
  assert.fixture(
    written('junit', report),
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="espalier lint" tests="2" failures="1" errors="0" skipped="1" time="0">
<testsuite name="topology.yaml" tests="1" failures="0" errors="0" skipped="1" time="0">
<testcase name="topology.yaml: it is" classname="a/b" file="topology.yaml" line="2" time="0">
<skipped message="it is">topology.yaml:2:5: info: it is  [a/b]
  help: Do it.
</skipped>
</testcase>
</testsuite>
<testsuite name="workload-1/a.yaml" tests="1" failures="1" errors="0" skipped="0" time="0">
<testcase name="workload-1/a.yaml: Gateway ns/net is in workload cluster workload-1, but Gateways belong in the config cluster &quot;config&quot;" classname="placement/gateway-in-workload-cluster" file="workload-1/a.yaml" line="2" time="0">
<failure message="Gateway ns/net is in workload cluster workload-1, but Gateways belong in the config cluster &quot;config&quot;">workload-1/a.yaml:2:7: error: Gateway ns/net is in workload cluster workload-1, but Gateways belong in the config cluster &quot;config&quot;  [placement/gateway-in-workload-cluster]
  see: topology.yaml:2:5: config cluster config is declared here
  help: Move it to the directory of the config cluster, or delete it; with lint.profile permissive it is allowed.
</failure>
</testcase>
</testsuite>
</testsuites>
`,
  )
  assert.equal([all('failure', report, { failOn: 'info' }).length, all('failure', report).length], [2, 1])
})

test('a run that passes has a test that passes', () => {
  const clean = all('testcase', lint([]))
  assert.equal(
    clean.map(({ attributes }) => attributes),
    [{ name: 'lint', classname: 'espalier', time: '0' }],
  )
  assert.is(all('testcase', lint([], { also: [info] })).length, 2)
})

test('a run that could not judge the manifests is an error', () => {
  const failure = 'the topology cannot be used'
  assert.equal(
    all('error', report, { failure }).map(({ text }) => text),
    [failure],
  )
})

test('findings that read alike are tests of different names, which lines do not change', () => {
  const names = (before: string) => {
    const source = { file: 'x.yaml', text: `${before}a: 1\nb: 1\n` }
    const also = ['a', 'b'].map(key => ({ ...info, at: placeOf(source, [key]) }))
    return all('testcase', lint([], { also })).map(({ attributes }) => attributes.name)
  }
  assert.equal(names(''), ['x.yaml: it is', 'x.yaml: it is (2)', 'lint'])
  assert.equal(names('# a comment\n'), names(''))
})

test('odd characters leave it well-formed, and what XML can say comes back', () => {
  const [failure] = all('failure', oddReport())
  assert.match(failure?.text ?? '', '</failure>]]>&amp;"\'%20#?[x](1)\\')
  assert.match(failure?.text ?? '', '\u{1f600}{0}')
  const [testcase] = all('testcase', oddReport())
  assert.match(testcase?.attributes.file ?? '', '</failure>]]>&amp;"\'%20#?[x](1)\\\t\r\n')
})

test.run()
