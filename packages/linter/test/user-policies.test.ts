import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { acceptPolicies, checks, tryPolicy } from '@espalier/linter'
import { createLocate, judge, type Policy, policies } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

// Policies of the user's own that cannot be used say so at the marked lines and nowhere else.

const test = suite('policies of the user’s own')
const root = fileURLToPath(new URL('../../../fixtures/policies/', import.meta.url))
const accept = (text: string, file = 'policy.yaml') => acceptPolicies([{ file, text }], policies, checks)

const usable = `id: team/named-by-team
check: field-has-form
severity: warning
claims: presence
title: Routes are named by their team
why: Nobody knows whose route it is otherwise.
remedy: Let the name begin with the team's.
params:
  kinds: [HTTPRoute.gateway.networking.k8s.io]
  field: metadata.name
  pattern: ^shop-
  words: names that begin with shop-
`
const route = (name: string) =>
  `apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: ${name}, namespace: shop}`
const cases = (fail: string) => `${usable}cases:
  pass:
    - config: {role: config, manifests: "{${route('shop-cart')}}"}
  fail:
    - config:
        role: config
        manifests: |
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata:
            name: ${fail}
            namespace: shop
`
const tried = async (text: string) => {
  const { policies: accepted, problems } = await accept(text)
  assert.equal(problems, [])
  const results = await Promise.all(accepted.map((policy: Policy) => tryPolicy(policy)))
  return results.flat().flatMap(({ name, complaints }) => complaints.map(one => `${name}: ${one}`))
}

for (const file of readdirSync(root).sort()) {
  test(`${file} is flagged where it is marked and nowhere else`, async () => {
    const text = readFileSync(root + file, 'utf8')
    const { policies: accepted, problems } = await accept(text, file)
    const locate = createLocate()
    const found = judge(problems, policies)
    const flagged = found.map(({ at, rule }) => `${locate(at).line} ${rule}`)
    const marks = text
      .split('\n')
      .flatMap((line, at) => (line.includes('# ✗ ') ? [`${at + 1} ${line.split('# ✗ ')[1]}`] : []))
    assert.equal([...new Set(flagged)].sort(), marks.sort(), found.map(({ message }) => message).join('\n'))
    assert.ok(marks.length > 0)
    assert.equal(accepted, [])
  })
}

test('a policy that is right does what its cases say', async () => {
  assert.equal(await tried(cases('cart # ✗')), [])
})

test('a case that goes another way says where and how', async () => {
  assert.equal(await tried(cases('shop-cart # ✗')), ['fail[0]: config:4 is marked, but not flagged'])
  assert.equal(await tried(cases('cart')), ['fail[0]: no line is marked: what must be flagged ends with # ✗'])
  const [complaint = ''] = await tried(cases('cart # ✗').replace('name: shop-cart', 'name: till'))
  assert.match(complaint, /^pass\[0\]: config:1 is flagged, but not marked: .*"till"/)
})

test('a pattern that makes other engines hang ends at once', async () => {
  const hostile = usable.replace('^shop-', '^(a+)+$')
  const { policies: accepted } = await accept(hostile)
  const { pattern } = accepted[0]?.params ?? {}
  assert.ok(
    typeof pattern === 'object' &&
      pattern !== null &&
      'test' in pattern &&
      typeof pattern.test === 'function',
  )
  assert.is(pattern.test(`${'a'.repeat(50_000)}!`), false)
})

test.run()
