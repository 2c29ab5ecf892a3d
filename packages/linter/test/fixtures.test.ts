import type { Report } from '@espalier/linter'
import { policies, type Source } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { lintFixture, lintFixtures, sourcesOf } from './lint-fixtures.ts'

const test = suite('lint fixtures')
const absence = new Set(policies.filter(policy => policy.claims === 'absence').map(policy => policy.id))
// No YAML file can hold what breaks these; tests of their own show it.
const marked = new Set(['gitops/link-out-of-repository', 'schema/unreadable'])

function marksOf(sources: readonly Source[]): readonly string[] {
  const lines = sources.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, index) => {
      const rules = line.split(/# ✗ /)[1]?.split('✗') ?? []
      return rules.map(rule => `${file}:${index + 1} ${rule.trim()}`)
    }),
  )
  return lines.sort()
}

const flagged = ({ findings }: Report) =>
  findings.map(({ span, rule }) => `${span.file}:${span.line} ${rule}`).sort()
const ruleOf = (mark: string) => mark.split(' ')[1] ?? ''

for (const fixture of lintFixtures) {
  test(`${fixture}: the marked lines and no others are flagged`, async () => {
    const sources = sourcesOf(fixture)
    const marks = marksOf(sources)
    for (const mark of marks) marked.add(ruleOf(mark))
    assert.equal(flagged(await lintFixture(sources, true)), marks)
    if (fixture !== 'base')
      assert.ok(
        marks.some(mark => ruleOf(mark) === fixture),
        `no line is marked ${fixture}`,
      )
  })

  test(`${fixture}: where clusters are incomplete, what seems to be absent is unresolved`, async () => {
    const sources = sourcesOf(fixture)
    const report = await lintFixture(sources, false)
    const marks = marksOf(sources)
    assert.equal(
      flagged(report),
      marks.filter(mark => !absence.has(ruleOf(mark))),
    )
    assert.is(report.summary.unresolved, marks.filter(mark => absence.has(ruleOf(mark))).length)
  })
}

test('every policy of the linter is marked somewhere', () => {
  const own = policies
    .map(policy => policy.id)
    .filter(id => !id.startsWith('topology/') && id !== 'schema/unusable-policy')
  assert.equal(
    own.filter(id => !marked.has(id)),
    [],
  )
})

test.run()
