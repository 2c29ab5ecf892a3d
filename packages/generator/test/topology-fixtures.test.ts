import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundledToolkit, type Extensions, planChanges, refuse, render } from '@espalier/generator'
import { acrossTopologies, createLocate, judge, type Model, policies } from '@espalier/model'
import { readTopology } from '@espalier/model/topology'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

// Every line of a topology that must be flagged says so: `# ✗ <rule>`. What is flagged and what is marked must be equal, both ways.

const test = suite('wrong topologies')
const root = fileURLToPath(new URL('../../../fixtures/topology', import.meta.url))
const marked = new Set<string>()

for (const file of readdirSync(root)
  .filter(name => name.endsWith('.yaml'))
  .sort()) {
  test(`${file} is flagged where it is marked and nowhere else`, async () => {
    const text = readFileSync(join(root, file), 'utf8')
    const { value, problems } = readTopology({ file, text }, readBeside)
    const refused =
      value === undefined
        ? []
        : problems.length === 0
          ? render(value, await extensionsOf(value)).problems
          : refuse(value)
    const found = judge([...problems, ...refused], policies)
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

const several = fileURLToPath(new URL('../../../fixtures/topologies', import.meta.url))

for (const folder of readdirSync(several).sort()) {
  test(`${folder}: what the topologies have in common is flagged where it is marked`, () => {
    const sources = readdirSync(join(several, folder))
      .sort()
      .map(file => ({ file, text: readFileSync(join(several, folder, file), 'utf8') }))
    const models = sources.flatMap(source => {
      const { value, problems } = readTopology(source)
      assert.equal(
        problems.map(problem => problem.message),
        [],
      )
      return value ?? []
    })
    const found = judge(acrossTopologies(models), policies)
    const locate = createLocate()
    const flagged = found.map(({ rule, at }) => `${at.source.file} ${locate(at).line} ${rule}`)
    const marks = sources.flatMap(({ file, text }) => [...marksOf(text)].map(mark => `${file} ${mark}`))
    assert.equal([...new Set(flagged)].sort(), marks.sort())
    for (const { rule } of found) marked.add(rule)
  })
}

const plans = fileURLToPath(new URL('../../../fixtures/plan', import.meta.url))

for (const folder of readdirSync(plans).sort()) {
  test(`${folder}: what must not happen in one step is flagged where it is marked`, () => {
    const [before, after] = ['before.yaml', 'after.yaml'].map(file => {
      const source = { file, text: readFileSync(join(plans, folder, file), 'utf8') }
      const { value: model } = readTopology(source)
      assert.ok(model)
      return { model, tree: render(model).tree, text: source.text }
    })
    assert.ok(before && after)
    const found = judge(planChanges(before, after).problems, policies)
    const locate = createLocate()
    const flagged = found.map(({ rule, at }) => `${locate(at).line} ${rule}`)
    assert.equal([...new Set(flagged)].sort(), [...marksOf(after.text)].sort())
    for (const { rule } of found) marked.add(rule)
  })
}

test('every topology rule is shown by a fixture', () => {
  const rules = policies.filter(policy => policy.id.startsWith('topology/')).map(policy => policy.id)
  assert.equal(
    rules.filter(rule => !marked.has(rule)),
    [],
  )
})

async function extensionsOf({ extensions }: Model): Promise<Extensions | undefined> {
  if (extensions.length === 0) return undefined
  const load = async ({ path, at }: Model['extensions'][number]) => ({
    name: path,
    at,
    ...(await import(join(root, path))),
  })
  return { toolkit: await bundledToolkit(), modules: await Promise.all(extensions.map(load)) }
}

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
