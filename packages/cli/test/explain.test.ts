import { policies } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { inSandbox } from './sandbox.ts'

const test = suite('explain')

test('every rule is listed once, in 80 columns', async () => {
  const { code, out } = await espalier('.', 'explain')
  assert.is(code, 0)
  const listed = out.match(/^ {2}\S+\/\S+(?= )/gm)?.map(id => id.trim())
  assert.equal(
    listed,
    policies.map(policy => policy.id),
  )
  assert.is(
    out.split('\n').find(line => line.length > 80),
    undefined,
  )
})

test('a rule is explained with all its policy says', async () => {
  for (const { id, severity, title, why, remedy, source = [] } of policies) {
    const { code, out } = await espalier('.', 'explain', id)
    const words = out.replace(/\s+/g, ' ')
    assert.is(code, 0)
    for (const part of [id, severity, title, why, remedy, ...source])
      assert.ok(words.includes(part.trim().replace(/\s+/g, ' ')), `${id}: ${part}`)
    assert.not.match(out, / $/m)
  }
})

test('an unknown rule is exit 2, with the nearest one named', async () => {
  const { id = '' } = policies[0] ?? {}
  const { code, out, err } = await espalier('.', 'explain', `${id}s`)
  assert.equal([code, out], [2, ''])
  assert.match(err, `espalier explain: there is no rule "${id}s"; did you mean "${id}"?\n`)
})

test(
  'the rules of a folder are explained too, and what is wrong with one is said',
  inSandbox(async box => {
    const rule = { id: 'team/named', check: 'field-has-form', severity: 'warning', claims: 'presence' }
    const words = {
      title: 'Routes are named by their team',
      why: 'Nobody knows whose it is.',
      remedy: 'Rename it.',
    }
    const params = {
      kinds: ['HTTPRoute.gateway.networking.k8s.io'],
      field: 'metadata.name',
      pattern: '^a',
      words: 'a',
    }
    box.put('rules/named.yaml', JSON.stringify({ ...rule, ...words, params }))
    const { code, out } = await espalier(box.root, 'explain', '--policy', 'rules', 'team/named')
    assert.is(code, 0)
    assert.match(out, 'Nobody knows whose it is.')
    assert.is((await espalier(box.root, 'explain', 'team/named')).code, 2)
    box.put('rules/named.yaml', JSON.stringify({ ...rule, ...words }))
    const wrong = await espalier(box.root, 'explain', '--policy', 'rules', 'team/named')
    assert.equal([wrong.code, wrong.out], [2, ''])
    assert.match(
      wrong.err,
      /^rules\/named\.yaml:1:\d+: error: [\s\S]*espalier explain: a policy cannot be used/,
    )
  }),
)

test.run()
