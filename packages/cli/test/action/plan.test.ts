import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from '../fake-io.ts'
import { inSandbox, type Sandbox } from '../sandbox.ts'
import { topology, withTree } from '../shop-tree.ts'
import { pullRequest } from './pull-request.ts'
import { step } from './step.ts'

const test = suite('the action plans')

const inputs = { command: 'plan' }
const edited = topology.replace('{path: /service-1}', '{path: /service}')

const revision = ({ git }: Sandbox, name: string): string => git('rev-parse', name).trim()

function commitAll({ git }: Sandbox): void {
  git('add', '-A')
  git('commit', '-q', '-m', 'state')
}

/** A branch that changes the topology, while the default branch goes on in its own way; main and the branch are left as they are. */
function diverge(box: Sandbox): { readonly base: string; readonly head: string } {
  commitAll(box)
  const base = revision(box, 'HEAD')
  box.git('checkout', '-q', '-b', 'feature')
  box.put('topology.yaml', edited)
  commitAll(box)
  const head = revision(box, 'HEAD')
  box.git('checkout', '-q', 'main')
  box.put('topology.yaml', topology.replace('port: 80,', 'port: 81,'))
  commitAll(box)
  return { base, head }
}

const eventOf = (head: string, base: string): object => ({
  pull_request: { number: 7, base: { sha: base }, head: { sha: head, repo: { full_name: 'acme/fleet' } } },
})

test(
  'a change with its clusters as an output and the plan as a file, a summary and a log',
  withTree(async box => {
    commitAll(box)
    box.put('topology.yaml', edited)
    const { code, obeyed, outputs, summary, log, files } = await step(box.root, {
      inputs: { ...inputs, base: 'HEAD' },
      read: ['plan-file'],
    })
    assert.equal([code, obeyed], [0, []], log)
    const { 'plan-file': file = '', ...rest } = outputs
    assert.equal(rest, { findings: '0', errors: '0', 'changed-clusters': '["config"]' })
    assert.match(
      summary,
      /^### Espalier plan: passed\n\n\*\*1 of 2 clusters changes; config: 1 HTTPRoute changed\.\*\*\n/,
    )
    assert.match(log, '1 of 2 clusters changes')
    assert.match(file, /plan\.markdown$/)
    assert.ok(summary.endsWith(files['plan-file'] ?? 'nothing'))
  }),
)

test(
  'a new finding fails the step',
  withTree(async box => {
    commitAll(box)
    const route = 'httproute.gateway.networking.k8s.io_my-httproute.yaml'
    box.put(
      'clusters/workload-1/stray.yaml',
      box.get(`clusters/config/lattice/default/${route}`).replace(/^#.*\n/, ''),
    )
    const { code, obeyed, outputs } = await step(box.root, { inputs: { ...inputs, base: 'HEAD' } })
    assert.is(code, 1)
    assert.match(
      obeyed.map(({ name, text }) => `${name} ${text}`).join(),
      /^error (\d) new findings, \1 of them errors:\nclusters\/workload-1\/stray.yaml:\d: HTTPRoute/,
    )
    assert.ok(Number(outputs.errors) > 0 && outputs.errors === outputs.findings)
  }),
)

test(
  'a pull request is compared with what GitHub merged it into, or else with where it began',
  withTree(async box => {
    const { base, head } = diverge(box)
    const event = eventOf(head, base)
    box.git('checkout', '-q', '--detach', 'main')
    box.git('merge', '-q', '--no-edit', 'feature')
    const merged = await step(box.root, { inputs, event })
    assert.match(merged.summary, '**1 of 2 clusters changes; config: 1 HTTPRoute changed.**', merged.log)
    box.git('checkout', '-q', '--detach', 'feature')
    const alone = await step(box.root, { inputs, event })
    assert.match(alone.summary, '**1 of 2 clusters changes; config: 1 HTTPRoute changed.**', alone.log)
  }),
)

test(
  'a push is compared with what was there before, a merge group with its base',
  withTree(async box => {
    const { base } = diverge(box)
    for (const event of [{ before: base }, { merge_group: { base_sha: base } }]) {
      const { code, summary } = await step(box.root, { inputs, event })
      assert.is(code, 0)
      assert.match(summary, `Compared with \`${base}\``)
    }
    const fresh = await step(box.root, { inputs, event: { before: '0'.repeat(40) } })
    assert.match(fresh.summary, 'Compared with `HEAD`')
  }),
)

test(
  'a clone that does not reach back says how to check out',
  withTree(async box => {
    const { base, head } = diverge(box)
    const event = eventOf(head, base)
    box.git('checkout', '-q', '--detach', 'main')
    box.git('merge', '-q', '--no-edit', 'feature')
    box.git('branch', 'merged')
    const clones = mkdtempSync(join(tmpdir(), 'espalier-clones-'))
    try {
      const clone = (depth: number): string => {
        const folder = join(clones, String(depth))
        box.git('clone', '-q', '--depth', String(depth), '--branch', 'merged', `file://${box.root}`, folder)
        return folder
      }
      const shallow = await step(clone(1), { inputs, event })
      assert.is(shallow.code, 1)
      const [{ name, text } = { name: '', text: '' }] = shallow.obeyed
      assert.is(name, 'error')
      assert.match(text, 'check out with fetch-depth: 0')
      assert.match(shallow.summary, '### Espalier plan: could not be done')
      assert.equal(shallow.outputs, {})
      const enough = await step(clone(2), { inputs, event })
      assert.is(enough.code, 0, enough.log)
      assert.match(enough.summary, 'config: 1 HTTPRoute changed')
    } finally {
      rmSync(clones, { recursive: true, force: true })
    }
  }),
)

const extension = `import { writeFileSync } from 'node:fs'
export function extend() { writeFileSync(new URL('../ran', import.meta.url), process.env.INPUT_TOKEN ?? 'no token') }
`

test(
  'extensions run for people who may write, and never for a fork',
  inSandbox(async box => {
    cpSync(fileURLToPath(new URL('../../../../fixtures/cli/extension', import.meta.url)), box.root, {
      recursive: true,
    })
    box.put('extensions/team.mjs', extension)
    assert.is((await espalier(box.root, 'render')).code, 0)
    box.commit()
    const ran = join(box.root, 'ran')
    for (const command of ['check', 'plan', 'lint']) {
      rmSync(ran, { force: true })
      const fork = await step(box.root, { inputs: { command }, event: pullRequest('mallory/fleet') })
      assert.is(fork.code, command === 'plan' ? 1 : 0, fork.log)
      assert.not(existsSync(ran), command)
    }
    const base = revision(box, 'HEAD')
    const event = pullRequest('mallory/fleet', base)
    for (const [command, said] of [
      ['check', 'shop: incomplete, because extensions did not run'],
      ['plan', 'extensions of topology shop did not run'],
    ] as const) {
      const fork = await step(box.root, { inputs: { command }, event })
      assert.is(fork.code, 0, fork.log)
      assert.match(fork.summary, said)
      assert.not(existsSync(ran))
      const own = await step(box.root, {
        inputs: { command, token: 'secret' },
        event: pullRequest('acme/fleet', base),
      })
      assert.is(own.code, 0, own.log)
      assert.is(readFileSync(ran, 'utf8'), 'no token')
      rmSync(ran)
    }
  }),
)

test.run()
