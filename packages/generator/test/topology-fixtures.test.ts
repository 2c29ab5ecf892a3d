import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { refuse } from '@espalier/generator'
import { createLocate, judge, policies, readTopology } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

// Every line of a topology that must be flagged says so: `# ✗ <rule>`. What is flagged and what is marked must be equal, both ways.

const test = suite('wrong topologies')
const root = fileURLToPath(new URL('../../../fixtures/topology', import.meta.url))
const marked = new Set<string>()

for (const file of readdirSync(root)
  .filter(name => name.endsWith('.yaml'))
  .sort()) {
  test(`${file} is flagged where it is marked and nowhere else`, () => {
    const text = readFileSync(join(root, file), 'utf8')
    const { value, problems } = readTopology({ file, text }, readBeside)
    const found = judge([...problems, ...(value === undefined ? [] : refuse(value))], policies)
    const locate = createLocate()
    const flagged = new Set(found.map(({ rule, at }) => `${locate(at).line} ${rule}`))
    assert.equal(
      [...flagged].sort(),
      [...marksOf(text)].sort(),
      found.map(one => `${locate(one.at).line}: ${one.message}`).join('\n'),
    )
    if (flagged.size === 0) assert.ok(value, 'a topology without findings must give a model')
    for (const { rule, message } of found) {
      marked.add(rule)
      assert.match(message, /^\S.*[^\s.]$/)
    }
  })
}

test('every topology rule is shown by a fixture', () => {
  const rules = policies.filter(policy => policy.id.startsWith('topology/')).map(policy => policy.id)
  assert.equal(
    rules.filter(rule => !marked.has(rule)),
    [],
  )
})

function readBeside(path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined
}

function marksOf(text: string): ReadonlySet<string> {
  const marks = text.split('\n').flatMap((line, index) => {
    const rules = line
      .split('✗')
      .slice(1)
      .map(rule => rule.trim())
    return rules.map(rule => `${index + 1} ${rule}`)
  })
  return new Set(marks)
}

test.run()
