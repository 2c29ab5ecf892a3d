import { gzipSync } from 'node:zlib'
import { lint, type Report } from '@espalier/linter'
import { digest, type Finding, placeOf, policies } from '@espalier/model'
import { readTopology } from '@espalier/model/topology'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf, manifest } from './fleet-of.ts'
import { odd, oddReport } from './odd-report.ts'
import { sarifSchema } from './sarif-schema.ts'
import { written } from './written.ts'

const test = suite('format sarif')
const validate = sarifSchema()

function sarif(report: Report, options: Parameters<typeof written>[2] = {}) {
  const log = JSON.parse(written('sarif', report, options))
  assert.equal(validate(log) ? [] : validate.errors, [])
  return log.runs[0]
}

const gateway = manifest('gateway.networking.k8s.io/v1 Gateway ns/net', 'spec: {gatewayClassName: lattice}\n')
const at = placeOf({ file: 'topology.yaml', text: 'clusters:\n  - name: config\n' }, ['clusters', 0])
const secret = manifest(
  'v1 Secret shop/db',
  'data: {a: eA==} # espalier-ignore security/secret-data until 2030-01-01: a demo\n',
)
const one = lint([fleetOf({ 'workload-1/a.yaml': gateway + secret }, { config: { at } })], {
  today: '2026-11-26',
})
const find = (id: string) => policies.find(policy => policy.id === id)

test('a finding is a result with its place, its object, the other end and a name that lines do not change', () => {
  const report = lint([
    fleetOf({ 'workload-1/a.yaml': gateway, 'config/b.yaml': 'a: [\n' }, { config: { at } }),
  ])
  const { results, columnKind } = sarif(report)
  assert.is(columnKind, 'utf16CodeUnits')
  const [, result] = results
  assert.equal(result, {
    ruleId: 'placement/gateway-in-workload-cluster',
    level: 'error',
    message: {
      text: 'Gateway ns/net is in workload cluster workload-1, but Gateways belong in the config cluster "config"\nSee: [config cluster config is declared here](1)',
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'workload-1/a.yaml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 2, startColumn: 7, endLine: 2, endColumn: 14 },
        },
        logicalLocations: [
          {
            name: 'net',
            kind: 'Gateway',
            fullyQualifiedName: 'workload-1/Gateway.gateway.networking.k8s.io/ns/net',
          },
        ],
      },
    ],
    relatedLocations: [
      {
        id: 1,
        physicalLocation: {
          artifactLocation: { uri: 'topology.yaml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 2, startColumn: 5, endLine: 2, endColumn: 17 },
        },
        message: { text: 'config cluster config is declared here' },
      },
    ],
    partialFingerprints: { 'espalier/v1': report.findings[1]?.fingerprint },
    suppressions: [],
    ruleIndex: 0,
  })
})

test('a rule is there if it has results, with what its policy says', () => {
  const { tool } = sarif(one)
  const { name, version, semanticVersion, rules } = tool.driver
  assert.equal([name, version, semanticVersion], ['Espalier', '1.2.3', '1.2.3'])
  assert.equal(
    rules.map(({ id }: { id: string }) => id),
    ['placement/gateway-in-workload-cluster', 'security/secret-data'],
  )
  const { title, why, remedy } = find('placement/gateway-in-workload-cluster') ?? {}
  const [rule] = rules
  assert.is(rule.name, 'GatewayInWorkloadCluster')
  assert.equal([rule.shortDescription.text, rule.fullDescription.text], [title, why])
  assert.equal([rule.defaultConfiguration.level, rule.properties.tags], ['error', ['placement']])
  assert.ok(rule.help.text.startsWith(`${remedy}\n`))
  assert.match(rule.help.markdown, `**What to do:** ${remedy}`)
  assert.match(rule.help.markdown, '\n- <https://www.gateway-api-controller.eks.aws.dev/')
})

test('no policy says more than GitHub shows', () => {
  for (const { id, title, why } of policies) assert.ok(title.length <= 1024 && why.length <= 1024, id)
})

test('what is suppressed comes last, with the reason, and says where that is written', () => {
  const [open, quiet] = sarif(one).results
  assert.equal(open.suppressions, [])
  assert.equal(quiet.suppressions, [
    { kind: 'inSource', status: 'accepted', justification: 'a demo', properties: { until: '2030-01-01' } },
  ])
  const { value } = readTopology({
    file: 'topology.yaml',
    text: `apiVersion: espalier.dev/v1
kind: Topology
name: shop
gitops: {engine: argocd, repository: https://github.com/acme/fleet, argocd: {cluster: a}}
clusters: [{name: a}]
lint: {suppress: [{rule: security/secret-data, object: Secret/shop/db, reason: a demo}]}
`,
  })
  const plain = manifest('v1 Secret shop/db', 'data: {a: eA==}\n')
  const { results } = sarif(lint([fleetOf({ 'a/1.yaml': plain }, {}, value)]))
  assert.equal(
    results.map(({ suppressions }: { suppressions: unknown }) => suppressions),
    [[{ kind: 'external', status: 'accepted', justification: 'a demo' }]],
  )
})

test('a run that could not judge the manifests says so', () => {
  const [done] = sarif(one).invocations
  assert.equal(done, { executionSuccessful: true, toolExecutionNotifications: [] })
  const [failed] = sarif(one, { failure: 'the topology cannot be used' }).invocations
  assert.equal(failed, {
    executionSuccessful: false,
    toolExecutionNotifications: [{ level: 'error', message: { text: 'the topology cannot be used' } }],
  })
})

test('odd characters leave it valid; paths come back as they were, and no text becomes a link', () => {
  const [result] = sarif(oddReport()).results
  const { uri } = result.locations[0].physicalLocation.artifactLocation
  assert.is(
    decodeURIComponent(uri),
    `a b/%41/ä:${odd.replaceAll('\u0000', '').replace('\ud800', '\ufffd')}.yaml`,
  )
  assert.equal(result.message.text.match(/\]\(.*?\)/g), ['](1)'])
  assert.match(result.message.text, '[x] (1)')
})

const source = { file: 'x.yaml', text: 'key: 1\n' }
const finding = (index: number, words: string, related = 0): Finding => ({
  rule: 'lattice/unused-import',
  severity: index % 3 === 0 ? 'info' : 'error',
  message: `it is ${index} ${words}`,
  at: { ...placeOf(source, ['key']), offset: 0 },
  related: Array.from({ length: related }, () => ({ at: placeOf(source, ['key']), message: 'it was' })),
  remedy: 'Do it.',
})
const many = (count: number, words: (index: number) => string) =>
  lint([], { also: Array.from({ length: count }, (_, index) => finding(index, words(index))) })

test('of 30,000 findings GitHub gets the 25,000 worst, hears of the rest, and can take the file', () => {
  // Words that cannot be compressed well.
  const report = many(30_000, index => [1, 2, 3, 4].map(part => digest(`${index} ${part}`)).join(''))
  const { results, invocations } = sarif(report)
  const levels = results.map(({ level }: { level: string }) => level)
  assert.equal([levels.length, levels.indexOf('note')], [25_000, 20_000])
  assert.equal(invocations[0].toolExecutionNotifications, [
    { level: 'warning', message: { text: '5000 results left out, the least severe: GitHub takes no more.' } },
  ])
  assert.ok(gzipSync(written('sarif', report)).length < 10_000_000)
})

test('a file that would be too large has fewer', () => {
  const { results, invocations } = sarif(many(3000, () => 'x'.repeat(20_000)))
  assert.ok(results.length > 1000 && results.length < 2000, `${results.length}`)
  assert.match(invocations[0].toolExecutionNotifications[0].message.text, /^1\d\d\d results left out/)
})

test('a result has at most 1,000 places', () => {
  const { results, invocations } = sarif(lint([], { also: [finding(1, '', 1200)] }))
  assert.is(results[0].locations.length + results[0].relatedLocations.length, 1000)
  assert.match(invocations[0].toolExecutionNotifications[0].message.text, '1 result shown with 999 other')
})

test.run()
