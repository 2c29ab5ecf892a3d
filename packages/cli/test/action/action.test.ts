import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readYaml } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { root } from '../../../tools/src/root.ts'
import { espalier } from '../fake-io.ts'
import { inSandbox, type Sandbox } from '../sandbox.ts'
import { topology, withTree } from '../shop-tree.ts'
import { assertInert } from './assert-inert.ts'
import { pullRequest } from './pull-request.ts'
import { step } from './step.ts'

// What a release holds, run as the runner does.

const test = suite('the action')

const route = (name: string): string =>
  `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: "${name}", namespace: default}
spec: {parentRefs: [{name: my-gateway, namespace: lattice-gateway}], rules: []}
`

test(
  'a clean tree passes, and says so in the summary',
  withTree(async ({ root }) => {
    const { code, obeyed, outputs, summary } = await step(root, {})
    assert.is(code, 0)
    assert.equal(obeyed, [])
    assert.equal(outputs, { findings: '0', errors: '0' })
    assert.match(summary, /^### Espalier lint: passed\n\nno findings in \d\d manifests of 2 clusters\n/)
  }),
)

test(
  'findings fail the step, with a complete log, annotations, outputs and a summary',
  withTree(async ({ root, put }) => {
    put('clusters/workload-1/lattice/route.yaml', route('stray'))
    const { code, log, obeyed, outputs, summary } = await step(root, { event: pullRequest() })
    assert.is(code, 1)
    assert.match(
      log,
      'clusters/workload-1/lattice/route.yaml:2:7: error: HTTPRoute default/stray is in workload',
    )
    const [first] = obeyed
    assert.is(first?.name, 'error')
    assert.is(first?.properties.file, 'clusters/workload-1/lattice/route.yaml')
    assert.is(first?.properties.line, '2')
    assert.is(first?.properties.title, 'placement/route-in-workload-cluster')
    const errors = obeyed.filter(({ name }) => name === 'error').length
    assert.equal(outputs, { findings: String(obeyed.length), errors: String(errors) })
    assert.match(summary, '### Espalier lint: failed')
    assert.match(
      summary,
      '- **error** `clusters/workload-1/lattice/route.yaml:2:7` HTTPRoute default/stray is in',
    )
    assert.match(summary, '`placement/route-in-workload-cluster`')
  }),
)

test(
  'the ten worst findings are annotated, and the log has all',
  withTree(async ({ root, put }) => {
    put('clusters/workload-1/a.yaml', 'metadata: {}\n---\n'.repeat(3))
    put('clusters/workload-1/z.yaml', Array.from({ length: 12 }, (_, at) => route(`r${at}`)).join('---\n'))
    const { code, log, obeyed, outputs } = await step(root, { inputs: { 'fail-on': 'info' } })
    assert.is(code, 1)
    assert.equal(
      obeyed.map(({ name }) => name),
      Array(10).fill('error'),
    )
    assert.ok(Number(outputs.findings) > 12)
    assert.match(log, `\n10 of ${outputs.findings} findings are annotated; the log has all\n`)
    for (let at = 0; at < 12; at++) assert.match(log, `HTTPRoute default/r${at} is in workload cluster`)
  }),
)

test(
  'no manifest can make the runner obey, or the summary show more than text',
  withTree(async ({ root, put, get }) => {
    const hostile =
      '\\n::error::own\\n::set-output name=findings::0 %0A::error::own ``` <script> @acme/owners #1'
    put('clusters/workload-1/lattice/route.yaml', route(hostile))
    const { log, obeyed, outputs, summary } = await step(root, {})
    assert.ok(obeyed.length > 0)
    for (const { name, properties } of obeyed)
      assert.ok(['error', 'warning', 'notice'].includes(name) && properties.file !== undefined, name)
    assert.is.not(outputs.findings, '0')
    assert.match(log, '@acme/owners')
    assert.match(summary, 'acme/owners')
    assertInert(summary)

    const path = 'clusters/config/lattice/default/httproute.gateway.networking.k8s.io_my-httproute.yaml'
    put(path, `${get(path)}# \n::error::own\n::add-mask::e\n\`\`\`\`\n<script>\n`)
    const check = await step(root, { inputs: { command: 'check' } })
    assert.is(check.code, 1)
    assert.equal(
      check.obeyed.map(({ name, text }) => `${name} ${text}`),
      ['error shop: 1 changed, 1 foreign\nrun espalier render, and commit what it writes'],
    )
    assertInert(check.summary)
    assert.match(check.summary, /\n`{5}\nchanged {2}clusters[\s\S]*\n`{5}\n$/)
  }),
)

test(
  'the summary is cut before GitHub would drop it',
  withTree(async ({ root, put }) => {
    put('clusters/workload-1/z.yaml', Array.from({ length: 3000 }, (_, at) => route(`r${at}`)).join('---\n'))
    const { summary, outputs } = await step(root, {})
    assert.ok(Number(outputs.findings) >= 3000)
    const size = Buffer.byteLength(summary)
    assert.ok(size <= 1024 * 1024 && size > 1000 * 1000, `${size}`)
    assert.match(summary, /\n\nThe rest did not fit here; the log of the step has everything\.\n$/)
  }),
)

test(
  'check fails on drift with the way out, and passes without',
  withTree(async ({ root, put }) => {
    const clean = await step(root, { inputs: { command: 'check' } })
    assert.equal([clean.code, clean.obeyed, clean.outputs], [0, [], {}])
    assert.match(clean.summary, /^### Espalier check: passed\n\n```\nshop: up to date\n```\n/)
    put('topology.yaml', topology.replace('{path: /service-1}', '{path: /service}'))
    const { code, obeyed, summary } = await step(root, { inputs: { command: 'check' } })
    assert.is(code, 1)
    assert.equal(obeyed, [
      {
        name: 'error',
        properties: { title: 'espalier check' },
        text: 'shop: 1 changed\nrun espalier render, and commit what it writes',
      },
    ])
    assert.match(summary, 'Espalier check: failed')
  }),
)

test(
  'a sub-folder, several topologies and paths go to the command as they are',
  inSandbox(async box => {
    const { root, put, has } = box
    await twoFleets(box)
    const inputs = { 'working-directory': 'infra', topology: '\n  one.yaml\n  two.yaml\n' }
    const whole = await step(root, { inputs })
    assert.is(whole.code, 0, whole.log)
    assert.match(whole.summary, '\n\n`one.yaml`, `two.yaml` in `infra`\n\n')
    put('infra/--fail-on=info', route('x'))
    put('infra/$(touch pwned).yaml', route('y'))
    const parts = await step(root, { inputs: { ...inputs, paths: '--fail-on=info\n$(touch pwned).yaml' } })
    assert.match(parts.log, '$(touch pwned).yaml')
    assert.not.match(parts.log, 'espalier help lint says more')
    assert.not(has('pwned') || has('infra/pwned'))
  }),
)

async function twoFleets({ root, put, commit }: Sandbox): Promise<void> {
  put('infra/one.yaml', topology)
  const other = topology
    .replace(/^name: shop|my-gateway|my-httproute|config|workload-1/gm, '$&b')
    .replaceAll('vpc-0', 'vpc-1')
  put(
    'infra/two.yaml',
    other.replace('role: configb', 'role: config').replace('main\n', 'main\n  path: bank\n'),
  )
  commit()
  const { code, err } = await espalier(
    join(root, 'infra'),
    'render',
    '--topology=one.yaml',
    '--topology=two.yaml',
  )
  assert.is(code, 0, err)
}

test(
  'SARIF is written where it was asked for, and lines are annotated from the root of the repository',
  inSandbox(async box => {
    const { root, put } = box
    await twoFleets(box)
    put('clusters/workload-1/stray.yaml', route('stray'))
    const inputs = { 'working-directory': 'infra', topology: 'one.yaml', 'sarif-file': 'espalier.sarif' }
    const { code, obeyed, outputs, files, summary } = await step(root, { inputs, read: ['sarif-file'] })
    assert.is(code, 1)
    assert.is(outputs['sarif-file'], join(root, 'infra', 'espalier.sarif'))
    const sarif = JSON.parse(files['sarif-file'] ?? '')
    assert.is(sarif.version, '2.1.0')
    assert.is(String(sarif.runs[0].results.length), outputs.findings)
    assert.is(obeyed[0]?.properties.file, 'clusters/workload-1/stray.yaml')
    assert.match(summary, '`../clusters/workload-1/stray.yaml:2:7`')
  }),
)

test(
  'a suppressed finding is no alert, and what a baseline or an older revision has is none either',
  withTree(async ({ root, put, git }) => {
    put(
      'clusters/workload-1/lattice/default/stray.yaml',
      `# espalier-ignore placement/route-in-workload-cluster: moves in March\n${route('stray')}`,
    )
    put('clusters/workload-1/lattice/default/known.yaml', route('known'))
    const inputs = { 'sarif-file': 'espalier.sarif', 'fail-on': 'error' }
    const first = await step(root, { inputs, read: ['sarif-file'] })
    const results = JSON.parse(first.files['sarif-file'] ?? '').runs[0].results
    assert.is(String(results.length), first.outputs.findings)
    assert.not.match(first.files['sarif-file'] ?? '', 'moves in March')
    git('add', '-A')
    git('commit', '-q', '-m', 'known')
    const since = await step(root, { inputs: { ...inputs, since: 'HEAD' }, read: ['sarif-file'] })
    assert.equal([since.code, since.outputs.findings], [0, '0'])
    assert.is((await espalier(root, 'lint', '--write-baseline', 'baseline.json')).code, 0)
    const based = await step(root, { inputs: { ...inputs, baseline: 'baseline.json' }, read: ['sarif-file'] })
    assert.equal([based.code, based.outputs.findings], [0, '0'])
  }),
)

test(
  'inputs that make no sense fail the step, and say why',
  withTree(async ({ root }) => {
    const cases: readonly [Readonly<Record<string, string>>, string][] = [
      [{ command: 'chekc' }, 'command: chekc: lint, check, plan are expected; did you mean "check"?'],
      [{ comment: 'maybe' }, 'comment: maybe: true or false is expected'],
      [{ 'working-directory': 'nowhere' }, 'working-directory: there is no folder nowhere'],
      [
        { command: 'check', 'fail-on': 'info' },
        'fail-on is for command: lint or plan; check does not use it',
      ],
      [{ base: 'main' }, 'base is for command: plan; lint does not use it'],
    ]
    const steps = await Promise.all(cases.map(([inputs]) => step(root, { inputs })))
    const said = (text: string) => [{ name: 'error', properties: { title: 'espalier' }, text }]
    assert.equal(
      steps.map(({ code, obeyed, outputs }) => ({ code, obeyed, outputs })),
      cases.map(([, text]) => ({ code: 1, obeyed: said(text), outputs: {} })),
    )
    const { code, obeyed } = await step(root, { inputs: { 'fail-on': 'eror' } })
    assert.is(code, 1)
    assert.match(
      obeyed[0]?.text ?? '',
      '--fail-on eror: error|warning|info is expected; did you mean "error"?',
    )
  }),
)

test(
  'work that could not be done fails the step, with the reason where people look',
  withTree(async ({ root, put }) => {
    put('topology.yaml', topology.replace('role: workload', 'role: worker'))
    for (const command of ['lint', 'check']) {
      const { code, obeyed, summary } = await step(root, { inputs: { command } })
      assert.is(code, 1)
      assert.ok(
        obeyed.some(({ name, properties }) => name === 'error' && properties.title === `espalier ${command}`),
      )
      assert.match(summary, `### Espalier ${command}: could not be done\n`)
      assert.match(summary, /`{3}\n[\s\S]*topology\.yaml:\d+:\d+: error: [\s\S]*`{3}\n$/)
    }
  }),
)

test(
  'every event runs the command, also on a detached head',
  withTree(async ({ root, git }) => {
    git('checkout', '-q', '--detach')
    const names = ['push', 'merge_group', 'workflow_dispatch', 'schedule', 'pull_request']
    const steps = await Promise.all(names.map(name => step(root, { name, inputs: { command: 'check' } })))
    assert.equal(
      steps.map(({ code }) => code),
      names.map(() => 0),
    )
  }),
)

test(
  'without the files of the runner the verdict is the same',
  withTree(async ({ root, put }) => {
    const env = {
      GITHUB_STEP_SUMMARY: join(root, 'no', 'summary'),
      GITHUB_EVENT_PATH: join(root, 'no', 'event'),
    }
    const clean = await step(root, { env })
    assert.equal([clean.code, clean.obeyed.map(({ name }) => name)], [0, ['warning']])
    put('clusters/config/broken.yaml', 'a: [')
    assert.is((await step(root, { env })).code, 1)
  }),
)

test('action.yml says what the code reads and writes', () => {
  const file = 'action.yml'
  const [document] = readYaml({ file, text: readFileSync(join(root, file), 'utf8') }).documents
  const { inputs, outputs, runs } = (document?.value ?? {}) as Record<'inputs' | 'outputs' | 'runs', object>
  const source = readFileSync(join(root, 'packages/cli/src/action/inputs.ts'), 'utf8')
  const read = [...source.matchAll(/get(?:Multiline)?Input\('([a-z-]+)'\)/g)].map(([, name]) => name)
  assert.equal(Object.keys(inputs).sort(), [...new Set(read)].sort())
  assert.equal(Object.keys(outputs), ['findings', 'errors', 'changed-clusters', 'sarif-file', 'plan-file'])
  assert.equal(runs, { using: 'node24', main: 'action/index.js' })
})

test.run()
