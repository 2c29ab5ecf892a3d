import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'

const test = suite('schema')

const source = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../schemas/${name}.schema.json`, import.meta.url), 'utf8'))

for (const name of ['topology', 'policy', 'report', 'plan', 'trial']) {
  test(`prints the schema of a ${name}`, async () => {
    const { code, out } = await espalier('.', 'schema', name)
    assert.equal([code, JSON.parse(out)], [0, source(name)])
  })
}

test('topology is what one gets without asking; a schema that does not exist is exit 2', async () => {
  assert.is((await espalier('.', 'schema')).out, (await espalier('.', 'schema', 'topology')).out)
  const { code, out, err } = await espalier('.', 'schema', 'polcy')
  assert.equal([code, out], [2, ''])
  assert.match(err, 'there is no schema "polcy"; did you mean "policy"?')
})

test.run()
