import { type LintOptions, lint } from '@espalier/linter'
import { readTopology } from '@espalier/model/topology'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf, manifest } from './fleet-of.ts'

// What the fixtures of suppressions cannot show: what is counted, what is kept of it, and runs that read only some of the files.

const test = suite('suppressions')

const secret = (name: string, comment = '') =>
  manifest(`v1 Secret shop/${name}`, `data: {password: eA==}${comment && ` # espalier-ignore ${comment}`}\n`)
const quiet = 'security/secret-data: a demo'
const modelOf = (suppress: string, rules = '{}') =>
  readTopology({
    file: 'topology.yaml',
    text: `apiVersion: espalier.dev/v1
kind: Topology
name: shop
gitops: {engine: argocd, repository: https://github.com/acme/fleet, argocd: {cluster: a}}
clusters: [{name: a}]
lint: {rules: ${rules}, suppress: [${suppress}]}
`,
  }).value
const run = (texts: Readonly<Record<string, string>>, options: LintOptions = {}, suppress?: string) =>
  lint([fleetOf(texts, {}, suppress === undefined ? undefined : modelOf(suppress))], options)
const said = (...args: Parameters<typeof run>) => run(...args).findings.map(({ message }) => message)

test('what is suppressed is counted apart, and kept with the reason', () => {
  const { findings, suppressed, summary } = run({ 'a/1.yaml': secret('x', quiet) + secret('y') })
  assert.equal([findings.length, summary.error, summary.suppressed], [1, 1, 1])
  assert.equal(
    suppressed.map(({ rule, span, suppression }) => [rule, span.line, suppression.reason]),
    [['security/secret-data', 4, 'a demo']],
  )
})

test('a finding keeps its name, whatever is suppressed beside it', () => {
  const names = (comment: string) => {
    const { findings, suppressed } = run({ 'a/1.yaml': secret('x', comment) + secret('x') })
    const all = [...findings, ...suppressed].filter(({ rule }) => rule === 'security/secret-data')
    return all.map(({ fingerprint }) => fingerprint).sort()
  }
  assert.equal(names(quiet), names(''))
})

test('an entry of lint.suppress means the object in any cluster of its own topology, and in no other', () => {
  const entry = '{rule: security/secret-data, object: Secret/shop/x, reason: a demo}'
  const texts = { 'a/1.yaml': secret('x'), 'b/1.yaml': secret('x') }
  assert.is(run(texts, {}, entry).summary.suppressed, 2)
  const fleets = [fleetOf(texts, {}, modelOf(entry)), fleetOf({ 'c/1.yaml': secret('x') }, {}, modelOf(''))]
  const { findings, summary } = lint(fleets)
  assert.equal([findings.map(({ span }) => span.file), summary.suppressed], [['c/1.yaml'], 2])
  // An object that names no namespace is meant by both spellings.
  const bare = { 'a/1.yaml': secret('x').replace(', namespace: shop', '') }
  const of = (object: string) =>
    run(bare, {}, `{rule: security/secret-data, object: ${object}, reason: a demo}`)
  assert.equal(
    [of('Secret/x'), of('Secret/default/x')].map(({ summary }) => summary.suppressed),
    [1, 1],
  )
})

test('a suppression that is of no use says what it looked for', () => {
  const entry = (rule: string, object: string) => `{rule: ${rule}, object: ${object}, reason: a demo}`
  const texts = { 'a/1.yaml': manifest('v1 Secret shop/cart') }
  assert.equal(said(texts, {}, entry('security/secret-data', 'Secret/shop/cart')), [
    'nothing of Secret/shop/cart breaks security/secret-data',
  ])
  assert.equal(said(texts, {}, entry('security/secret-data', 'Secret/shop/crat')), [
    'there is no Secret/shop/crat; did you mean "Secret/shop/cart"?',
  ])
  assert.equal(said({ 'a/1.yaml': `# espalier-ignore security/secret-date: x\n${texts['a/1.yaml']}` }), [
    'there is no rule security/secret-date; did you mean "security/secret-data"?',
  ])
})

test('where only some files were read, a suppression may be of use elsewhere', () => {
  const text = `# espalier-ignore ${quiet}\n${manifest('v1 Secret shop/x')}`
  const findings = (partial: boolean, complete: boolean) =>
    lint([fleetOf({ 'a/1.yaml': text }, { a: { complete } })], { partial }).findings.length
  assert.equal([findings(false, false), findings(true, true), findings(true, false)], [1, 1, 0])
})

test('a reference that may lead nowhere can be suppressed before anybody is sure', () => {
  const text = `apiVersion: application-networking.k8s.aws/v1alpha1
kind: IAMAuthPolicy
metadata: {name: p, namespace: shop}
spec: {policy: "{}", targetRef: {group: gateway.networking.k8s.io, kind: Gateway, name: net}}`
  const summary = (comment: string, options: LintOptions) =>
    lint([fleetOf({ 'config/1.yaml': `${text}${comment}\n` }, { config: { complete: false } })], options)
      .summary
  assert.is(summary('', {}).unresolved, 1)
  const comment = ' # espalier-ignore reference/policy-target-missing: made by hand'
  assert.equal([summary(comment, {}).unresolved, summary(comment, {}).warning], [0, 0])
  assert.equal(
    [summary(comment, { strict: true }).warning, summary(comment, { strict: true }).suppressed],
    [0, 1],
  )
})

test('without a day nothing expires, and lint.rules speaks of suppressions too', () => {
  const texts = { 'a/1.yaml': secret('x', 'security/secret-data until 2020-01-01: a demo') }
  assert.equal(said(texts), [])
  assert.is(said(texts, { today: '2020-01-01' }).length, 2)
  const model = modelOf('', '{suppress/expired: ignore}')
  assert.is(lint([fleetOf(texts, {}, model)], { today: '2020-01-01' }).findings.length, 1)
})

test.run()
