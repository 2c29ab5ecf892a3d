import { lint } from '@espalier/linter'
import { placeOf } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf, manifest } from './fleet-of.ts'
import { oddReport } from './odd-report.ts'
import { written } from './written.ts'

const test = suite('format gitlab')

const gateway = manifest('gateway.networking.k8s.io/v1 Gateway ns/net', 'spec: {gatewayClassName: lattice}\n')
const at = placeOf({ file: 'topology.yaml', text: 'clusters:\n  - name: config\n' }, ['clusters', 0])

test('a finding is an issue that says what is wrong and what to do', () => {
  const report = lint([fleetOf({ 'workload-1/a.yaml': gateway, 'config/b.yaml': '' }, { config: { at } })])
  assert.equal(JSON.parse(written('gitlab', report)), [
    {
      description:
        'Gateway ns/net is in workload cluster workload-1, but Gateways belong in the config cluster "config". Move it to the directory of the config cluster, or delete it; with lint.profile permissive it is allowed.',
      check_name: 'placement/gateway-in-workload-cluster',
      fingerprint: report.findings[0]?.fingerprint,
      severity: 'critical',
      location: { path: 'workload-1/a.yaml', lines: { begin: 2, end: 2 } },
    },
  ])
})

test('a clean run is an empty list', () => {
  assert.is(written('gitlab', lint([])), '[]\n')
})

test('equal findings have fingerprints of their own', () => {
  const finding = {
    rule: 'a/b',
    severity: 'info' as const,
    message: 'did you?',
    related: [],
    remedy: 'Do it.',
  }
  const source = { file: 'x.yaml', text: 'a: 1\nb: 1\n' }
  const also = ['a', 'b'].map(key => ({ ...finding, at: placeOf(source, [key]) }))
  const issues = JSON.parse(written('gitlab', lint([], { also })))
  assert.is.not(issues[0].fingerprint, issues[1].fingerprint)
  assert.is(issues[0].description, 'did you? Do it.')
})

test('odd characters cannot steer the log of whoever reads it', () => {
  const [issue] = JSON.parse(written('gitlab', oddReport()))
  assert.not.match(issue.description, '\u001b')
})

test.run()
