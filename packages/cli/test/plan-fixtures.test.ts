import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { policies } from '@espalier/model'
import { planSchema } from '@espalier/model/schemas'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { inSandbox } from './sandbox.ts'

// One folder a case: the topology before and after, and what plan says of it. UPDATE=1 rewrites what it says; read it before committing.

const test = suite('plans')
const root = fileURLToPath(new URL('../../../fixtures/plan', import.meta.url))
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(planSchema)
const endings = { text: 'txt', markdown: 'md', json: 'json' } as const

for (const name of readdirSync(root)) {
  test(
    `${name} is planned as expected, in every format`,
    inSandbox(async box => {
      const read = (file: string): string => readFileSync(join(root, name, file), 'utf8')
      box.put('topology.yaml', read('before.yaml'))
      box.commit()
      box.put('topology.yaml', read('after.yaml'))
      const marked = marksOf(read('after.yaml'))
      const fails = policies.some(
        ({ id, severity }) => severity === 'error' && marked.some(one => one.includes(id)),
      )
      for (const [format, ending] of Object.entries(endings)) {
        const { code, out, err } = await espalier(box.root, 'plan', '--format', format)
        assert.is(code, fails ? 1 : 0, err)
        assert.is(err, '')
        const text = out
          .replaceAll(box.git('rev-parse', 'HEAD').trim(), '<commit>')
          .replaceAll(/\b[0-9a-f]{7}\b/g, '<commit>')
        if (format === 'json') {
          assert.ok(validate(JSON.parse(out)), JSON.stringify(validate.errors))
          assert.equal(flaggedIn(out), marked)
        }
        expectFile(join(root, name, `expected.${ending}`), text)
      }
      assert.equal(
        box.git('status', '--porcelain').trim(),
        name === 'nothing-changed' ? '' : 'M topology.yaml',
      )
    }),
  )
}

/** The lines of a topology that must be flagged, each with its rule. */
function marksOf(text: string): readonly string[] {
  return text.split('\n').flatMap((line, at) => {
    const [, rule] = line.split('✗ ')
    return rule === undefined ? [] : [`${at + 1} ${rule}`]
  })
}

function flaggedIn(json: string): readonly string[] {
  const found: readonly { line: number; rule: string }[] = JSON.parse(json).findings.new
  return [...new Set(found.map(({ line, rule }) => `${line} ${rule}`))]
}

function expectFile(path: string, text: string): void {
  if (process.env.UPDATE) writeFileSync(path, text)
  assert.fixture(text, existsSync(path) ? readFileSync(path, 'utf8') : '', path)
}

test.run()
