import { policies } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'

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

test.run()
