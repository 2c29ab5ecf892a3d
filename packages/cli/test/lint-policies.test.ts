import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { inSandbox, type Sandbox } from './sandbox.ts'

const test = suite('lint with policies of the repository’s own')

const documented =
  readFileSync(fileURLToPath(new URL('../../linter/README.md', import.meta.url)), 'utf8')
    .split('```yaml\n')
    .find(part => part.startsWith('id: team/'))
    ?.split('```')[0] ?? ''
const topology = readFileSync(
  fileURLToPath(new URL('../../../fixtures/plan/weight-changed/before.yaml', import.meta.url)),
  'utf8',
)

const start = (box: Sandbox, lint: string, policy = documented): void => {
  box.put('topology.yaml', `${topology}\nlint: {policies: ["rules/*.yaml"]${lint}}\n`)
  box.put('rules/team.yaml', policy)
  box.commit()
}

test(
  'a rule counts in rendered manifests too, with the severity that the topology gives it',
  inSandbox(async box => {
    start(box, '')
    await espalier(box.root, 'render')
    const warned = await espalier(box.root, 'lint')
    assert.is(warned.code, 0, warned.err)
    assert.match(
      warned.out,
      'warning: metadata.name of HTTPRoute shop/shop is "shop", but takes only names that begin with shop-  [team/route-named-by-team]',
    )
    assert.match(warned.out, "help: Let the name begin with the team's.")
    start(box, ', rules: {team/route-named-by-team: error}')
    assert.is((await espalier(box.root, 'lint')).code, 1)
    start(
      box,
      ', suppress: [{rule: team/route-named-by-team, object: HTTPRoute/shop/shop, reason: older than the rule}]',
    )
    assert.match((await espalier(box.root, 'lint')).out, '1 finding suppressed')
    const sarif = JSON.parse((await espalier(box.root, 'lint', '--format', 'sarif')).out)
    assert.is(sarif.runs[0].tool.driver.rules[0].shortDescription.text, 'Routes are named by their team')
  }),
)

test(
  'explain knows the rules that the topology around names',
  inSandbox(async box => {
    start(box, '')
    const { code, out } = await espalier(box.root, 'explain', 'team/route-named-by-team')
    assert.is(code, 0)
    assert.match(out, 'Nobody knows whose route it is otherwise.')
    assert.match((await espalier(box.root, 'explain')).out, 'team/route-named-by-team')
    box.put('topology.yaml', 'kind: [')
    assert.is((await espalier(box.root, 'explain', 'team/route-named-by-team')).code, 2)
  }),
)

test(
  'the rules of today judge both sides of a plan and of --since',
  inSandbox(async box => {
    box.put('topology.yaml', topology)
    box.commit()
    await espalier(box.root, 'render')
    box.git('add', '-A')
    box.git('commit', '-q', '-m', 'rendered')
    box.put('topology.yaml', `${topology}\nlint: {policies: [rules]}\n`)
    box.put('rules/team.yaml', documented)
    const plan = JSON.parse((await espalier(box.root, 'plan', '--format', 'json')).out)
    assert.equal([plan.findings.new.length, plan.findings.unchanged], [0, 1])
    const { since } = JSON.parse(
      (await espalier(box.root, 'lint', '--since', 'HEAD', '--format', 'json')).out,
    )
    assert.is(since.unchanged, 1)
  }),
)

test(
  'a policy that cannot be used, or is not there, ends the run without a verdict',
  inSandbox(async box => {
    start(box, '', documented.replace('field-has-form', 'field-has-shape'))
    const { code, out, err } = await espalier(box.root, 'lint')
    assert.is(code, 2)
    assert.match(
      out,
      /rules\/team\.yaml:2:8: error: there is no check field-has-shape; did you mean "field-has-form"\?/,
    )
    assert.match(err, 'a policy cannot be used')
    assert.is((await espalier(box.root, 'plan')).code, 2)
    start(box, ', rules: {team/route-named: error}')
    assert.match((await espalier(box.root, 'lint')).out, 'lint.rules names the unknown rule team/route-named')
    box.put('topology.yaml', `${topology}\nlint: {policies: ["nowhere/*.yaml"]}\n`)
    assert.match(
      (await espalier(box.root, 'lint')).err,
      'lint.policies: "nowhere/*.yaml" selects no YAML file',
    )
    box.put('topology.yaml', `${topology}\nlint: {policies: ["../*.yaml"]}\n`)
    assert.match((await espalier(box.root, 'lint')).err, "it leads out of the repository's root")
    assert.match((await espalier(box.root, 'lint', '--policy', 'gone.yaml')).err, 'gone.yaml cannot be read')
  }),
)

test.run()
