import { readdirSync } from 'node:fs'
import { checks, formats, trialFormats } from '@espalier/linter'
import { policies } from '@espalier/model'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('registry')

const named = (folder: string) =>
  readdirSync(new URL(`../src/${folder}/`, import.meta.url))
    .filter(file => file !== 'index.ts')
    .map(file => file.replace(/\.ts$/, ''))
    .sort()

test('every file in checks/ and formats/ is registered under its own name', () => {
  assert.equal(checks.map(check => check.name).sort(), named('checks'))
  assert.equal(formats.map(format => format.name).sort(), named('formats'))
  assert.equal(trialFormats.map(format => format.name).sort(), named('trial/formats'))
})

test('every check is named by some policy, and what policies give it is what it takes', () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true })
  for (const check of checks) {
    const own = policies.filter(policy => policy.check === check.name)
    assert.ok(own.length > 0, `no policy names ${check.name}`)
    const validate = ajv.compile(check.params)
    for (const { id, params = {} } of own)
      assert.ok(validate(params), `${id}: ${ajv.errorsText(validate.errors)}`)
  }
})

test('every policy but those of topologies, suppressions and policies names a check of the linter', () => {
  const names = checks.map(check => check.name)
  const others = policies.filter(
    policy =>
      !/^(topology\/|suppress\/|schema\/unusable-policy$)/.test(policy.id) && !names.includes(policy.check),
  )
  assert.equal(
    others.map(policy => policy.id),
    [],
  )
})

test('a check without params takes none', () => {
  const validate = new Ajv2020().compile(
    checks.find(check => check.name === 'manifest-readable')?.params ?? {},
  )
  assert.is(validate({ kinds: [] }), false)
})

test.run()
