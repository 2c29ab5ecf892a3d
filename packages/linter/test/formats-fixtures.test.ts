import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { lintFixture, lintFixtures, sourcesOf } from './lint-fixtures.ts'
import { sarifSchema } from './sarif-schema.ts'
import { written } from './written.ts'
import { xmlElements } from './xml-elements.ts'

const test = suite('formats of the fixtures')

test('every finding of every fixture is in each format, which is as its readers demand', async () => {
  const validate = sarifSchema()
  for (const fixture of lintFixtures) {
    const report = await lintFixture(sourcesOf(fixture), true)
    const findings = report.findings.length

    const log = JSON.parse(written('sarif', report))
    assert.equal(validate(log) ? [] : validate.errors, [], fixture)
    const [{ results, tool }] = log.runs
    assert.is(results.length, findings + report.suppressed.length, fixture)
    for (const { ruleId, ruleIndex } of results) assert.is(tool.driver.rules[ruleIndex].id, ruleId)

    const issues: readonly Record<string, string>[] = JSON.parse(written('gitlab', report))
    assert.is(new Set(issues.map(({ fingerprint }) => fingerprint)).size, findings, fixture)
    for (const { severity = '' } of issues) assert.ok(['info', 'minor', 'critical'].includes(severity))

    const elements = xmlElements(written('junit', report, { failOn: 'info' }))
    const cases = elements.filter(({ name }) => name === 'testcase')
    const names = cases.map(({ attributes }) => `${attributes.classname} ${attributes.name}`)
    assert.is(elements.filter(({ name }) => name === 'failure').length, findings, fixture)
    assert.is(new Set(names).size, Math.max(1, findings), fixture)
  }
})

test.run()
