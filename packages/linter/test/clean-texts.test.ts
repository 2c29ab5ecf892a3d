import { cleanTexts, withSchemas } from '@espalier/linter'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { manifest } from './fleet-of.ts'
import { lintFixtures, readFixture, sourcesOf } from './lint-fixtures.ts'

const test = suite('texts that are surely clean')

test('a fleet of which they are left out has the same faults', async () => {
  const counts = { clean: 0, others: 0, faults: 0 }
  for (const fixture of lintFixtures) {
    const { fleet, texts } = readFixture(sourcesOf(fixture), true)
    const sources = [...texts.keys()]
    const verdicts = await cleanTexts(sources.map(({ text }) => text))
    const clean = sources.filter((_, index) => verdicts[index])
    const objects = clean.flatMap(source => texts.get(source)?.documents.map(({ value }) => value) ?? [])
    const { schemaFaults: some = [] } = await withSchemas(fleet, { clean: new Set(objects) })
    const { schemaFaults: all = [] } = await withSchemas(fleet)
    assert.equal(
      some.map(({ message }) => message),
      all.map(({ message }) => message),
      fixture,
    )
    counts.clean += clean.length
    counts.others += sources.length - clean.length
    counts.faults += all.length
  }
  for (const [what, count] of Object.entries(counts)) assert.ok(count > 20, `${count} ${what}`)
})

test('are those of known kinds, without a fault or a scalar that readers differ on', async () => {
  const right = manifest('v1 ConfigMap a', 'data: {a: b}\n')
  const texts = [
    right,
    manifest('v1 ConfigMap a', 'data: {a: [b]}\n'),
    manifest('v1 ConfigMap a', 'dta: {a: b}\n'),
    manifest('v1 ConfigMap a', 'data: {a: on}\n'),
    manifest('example.com/v1 Widget a', 'spec: {}\n'),
    `${right}---\n${manifest('v1 ConfigMap b', 'data: 1\n')}`,
    'replicas: 3\n',
    '',
  ]
  assert.equal(await cleanTexts(texts), [true, false, false, false, false, false, true, true])
})

test.run()
