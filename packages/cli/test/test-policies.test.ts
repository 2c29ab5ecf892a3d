import { readFileSync } from 'node:fs'
import { trialSchema } from '@espalier/model/schemas'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier, type Ran } from './fake-io.ts'
import { inSandbox, type Sandbox } from './sandbox.ts'

const test = suite('lint --test-policies')

const documented =
  readFileSync(new URL('../../linter/README.md', import.meta.url), 'utf8')
    .split('```yaml\n')
    .find(part => part.startsWith('id: team/'))
    ?.split('```')[0] ?? ''
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(trialSchema)

function parsed(out: string): ReturnType<typeof JSON.parse> {
  assert.ok(validate(JSON.parse(out)), JSON.stringify(validate.errors))
  return JSON.parse(out)
}

const tried = (box: Sandbox, ...args: string[]): Promise<Ran> =>
  espalier(box.root, 'lint', '--test-policies', '--policy', 'rules', ...args)

/** One that is right, one that is not, one that nobody tried. */
function putThree(box: Sandbox): void {
  box.put('rules/team.yaml', documented)
  box.put(
    'rules/wrong.yaml',
    documented.replace('route-named', 'route-called').replace('name: cart #', 'name: shop-cart #'),
  )
  box.put('rules/untested.yaml', documented.replace('route-named', 'route-spelt').split('cases:')[0] ?? '')
}

test(
  'tries the rules on their cases, also where there is no topology',
  inSandbox(async box => {
    box.put('rules/team.yaml', documented)
    const right = await tried(box)
    assert.is(right.code, 0, right.err)
    assert.is(
      right.out,
      'passes    team/route-named-by-team: 2 cases\n1 of 1 policies do what their cases say\n',
    )
    putThree(box)
    const { code, out } = await tried(box)
    assert.is(code, 1)
    assert.match(out, 'untested  team/route-spelt-by-team has no cases')
    assert.match(out, 'fail[0]: config:4 is marked, but not flagged')
    assert.match(out, '1 of 3 policies do what their cases say')
  }),
)

test(
  'json says by its schema what became of every case',
  inSandbox(async box => {
    putThree(box)
    const { code, out } = await tried(box, '--format', 'json')
    const trial = parsed(out)
    assert.is(code, 1)
    assert.equal(trial.summary, { passes: 1, fails: 1, untested: 1 })
    assert.equal(trial.policies.at(-1), {
      id: 'team/route-called-by-team',
      file: 'rules/wrong.yaml',
      verdict: 'fails',
      cases: [
        { name: 'pass[0]', passes: true, complaints: [] },
        { name: 'fail[0]', passes: false, complaints: ['config:4 is marked, but not flagged'] },
      ],
    })
    assert.equal(trial.findings, [])
  }),
)

test(
  'junit has a test for each case, and one that failed where there are none',
  inSandbox(async box => {
    putThree(box)
    const { code, out } = await tried(box, '--output', 'junit=trial.xml')
    assert.is(code, 1)
    assert.match(out, '1 of 3 policies')
    const xml = box.get('trial.xml')
    assert.match(xml, '<testsuites name="espalier lint --test-policies" tests="5" failures="2" errors="0"')
    assert.match(xml, '<testcase name="pass[0]" classname="team/route-named-by-team" file="rules/team.yaml"')
    assert.match(xml, '<failure message="config:4 is marked, but not flagged">')
    assert.match(xml, '<failure message="it has no cases">')
  }),
)

test(
  'a rule that cannot be used is exit 2, with its place in every format',
  inSandbox(async box => {
    box.put('rules/team.yaml', documented.replace('field-has-form', 'field-has-shape'))
    const { code, out, err } = await tried(box)
    assert.is(code, 2)
    assert.match(out, /^rules\/team\.yaml:2:8: error: there is no check field-has-shape/)
    assert.match(err, 'a policy cannot be used')
    const trial = parsed((await tried(box, '--format', 'json')).out)
    assert.equal([trial.policies, trial.findings[0].line], [[], 2])
    assert.match((await tried(box, '--format', 'junit')).out, 'failures="1"')
  }),
)

test(
  'what it has no use for is refused in words that say what it takes',
  inSandbox(async box => {
    const refusal = async (...args: string[]) => {
      const { code, out, err } = await espalier(box.root, 'lint', '--test-policies', ...args)
      assert.equal([code, out], [2, ''])
      return err
    }
    assert.match(await refusal(), 'there is no policy to test; --policy PATH or lint.policies names some')
    assert.match(
      await refusal('--format', 'sarif'),
      '--test-policies: there is no format "sarif", only json, junit, text',
    )
    assert.match(await refusal('rules'), 'takes no PATH; where "rules" holds rules, say --policy rules')
    assert.match(await refusal('--since', 'main'), 'lints nothing, and --since is for linting')
    assert.match(await refusal('--strict'), 'lints nothing, and --strict is for linting')
  }),
)

test.run()
