import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { gitEnvironment, inSandbox, type Sandbox } from './sandbox.ts'

const test = suite('plan')

const topology = readFileSync(
  fileURLToPath(new URL('../../../fixtures/plan/weight-changed/before.yaml', import.meta.url)),
  'utf8',
)
const changed = topology.replace('weight: 90', 'weight: 50')
const route = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: lost, namespace: shop}
spec:
  parentRefs: [{name: my-gateway, namespace: lattice-gateway}]
  rules: [{backendRefs: [{name: cart, port: 80}]}]
`
const listed = `${topology}\nlint: {clusters: {east: {files: ["apps/**/*.yaml"]}}}\n`

function start(box: Sandbox, text = topology): void {
  box.put('topology.yaml', text)
  box.commit()
}

const planned = async (box: Sandbox, ...args: string[]) => {
  const { code, out, err } = await espalier(box.root, 'plan', '--format', 'json', ...args)
  return { code, err, plan: out === '' ? undefined : JSON.parse(out) }
}

test(
  'outside Git, before the first commit and for an unknown revision there is nothing to compare with',
  inSandbox(async box => {
    box.put('topology.yaml', topology)
    const fails = async (...args: string[]) => (await espalier(box.root, 'plan', ...args)).err
    assert.match(await fails(), 'there is no Git repository here')
    box.git('init', '-q', '-b', 'main')
    assert.match(await fails(), 'has no commit yet')
    box.commit()
    assert.is(await fails('--base', 'nowhere'), 'espalier plan: there is no revision "nowhere"\n')
    assert.is((await espalier(box.root, 'plan', '--base', 'nowhere')).code, 2)
  }),
)

test(
  'a shallow clone that does not hold the revision says which fetch-depth is needed',
  inSandbox(async box => {
    start(box)
    box.git('checkout', '-q', '-b', 'work')
    box.git('commit', '-q', '--allow-empty', '-m', 'work')
    const clone = join(box.root, 'clone')
    execFileSync('git', ['clone', '-q', '--depth', '1', '--branch', 'work', `file://${box.root}`, clone], {
      env: gitEnvironment,
      stdio: 'ignore',
    })
    for (const base of ['origin/main', 'HEAD~1']) {
      const { code, err } = await espalier(clone, 'plan', '--base', base)
      assert.is(code, 2)
      assert.match(err, `this clone is shallow and does not reach back to "${base}"`)
      assert.match(err, 'fetch-depth: 0')
    }
  }),
)

test(
  'a branch is compared with where it left the other, also with a detached head',
  inSandbox(async box => {
    start(box)
    box.git('checkout', '-q', '-b', 'work')
    box.put('topology.yaml', changed)
    box.git('commit', '-q', '-a', '-m', 'work')
    box.git('checkout', '-q', 'main')
    box.put('topology.yaml', topology.replace('/rates}', '/exchange}'))
    box.git('commit', '-q', '-a', '-m', 'meanwhile')
    box.git('checkout', '-q', '--detach', 'work')
    const { code, plan } = await planned(box, '--base', 'main')
    assert.is(code, 0)
    const fields = plan.clusters[0].changed[0].fields.map((one: { field: string }) => one.field)
    assert.equal(fields, ['spec.rules[1].backendRefs[cart-east].weight'])
    assert.is(plan.base.commit, box.git('merge-base', 'main', 'work').trim())
  }),
)

test(
  'a topology file that was renamed is found under its old name, and a new one has only new objects',
  inSandbox(async box => {
    start(box)
    mkdirSync(join(box.root, 'fleet'))
    box.git('mv', 'topology.yaml', 'fleet/topology.yaml')
    const renamed = await planned(box, '--topology', 'fleet/topology.yaml')
    assert.equal(renamed.plan.notes, ['fleet/topology.yaml was topology.yaml in HEAD'])
    assert.is(renamed.plan.clusters[0].added.length, 0)
    assert.ok(renamed.plan.clusters[0].moved.length > 0)
    box.put('other.yaml', topology.replace('name: shop\n\n', 'name: other\n\n'))
    const fresh = await planned(box, '--topology', 'other.yaml')
    assert.equal(fresh.plan.notes, ['HEAD has no other.yaml: everything of topology other is new'])
    assert.is(fresh.plan.clusters[0].changed.length, 0)
  }),
)

test(
  'a base whose topology is invalid is known by the tree that was committed with it',
  inSandbox(async box => {
    start(box)
    assert.is((await espalier(box.root, 'render')).code, 0)
    box.put('topology.yaml', topology.replace('role: config', 'role: master'))
    box.git('add', '-A')
    box.git('commit', '-q', '-m', 'broken')
    box.put('topology.yaml', changed)
    const { code, plan } = await planned(box)
    assert.is(code, 0)
    assert.is(plan.sentence, '1 of 3 clusters changes; config: 1 HTTPRoute changed.')
    assert.match(plan.notes[0], 'topology.yaml of HEAD cannot be rendered')
  }),
)

test(
  'a topology that cannot be rendered is no plan',
  inSandbox(async box => {
    start(box)
    box.put('topology.yaml', topology.replace('role: config', 'role: master'))
    const { code, out, err } = await espalier(box.root, 'plan')
    assert.is(code, 2)
    assert.is(out, '')
    assert.match(err, /topology\.yaml:\d+:\d+: error: .*master/)
    assert.match(err, 'espalier plan: topology.yaml cannot be rendered')
  }),
)

test(
  'findings in hand-written manifests are new, fixed or as before, wherever their lines went',
  inSandbox(async box => {
    box.put('apps/old.yaml', route.replace('lost', 'old'))
    box.put('apps/kept.yaml', route.replace('lost', 'kept'))
    start(box, listed)
    box.put('apps/old.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop}\n')
    box.put('apps/kept.yaml', `# moved down\n\n${route.replace('lost', 'kept')}`)
    box.put('apps/lost.yaml', route)
    const { code, plan } = await planned(box)
    assert.is(code, 1)
    const rules = (all: readonly { rule: string; object: { name: string } }[]) =>
      all.map(({ rule, object }) => `${rule} ${object.name}`)
    assert.equal(rules(plan.findings.new), ['placement/route-in-workload-cluster lost'])
    assert.equal(rules(plan.findings.fixed), ['placement/route-in-workload-cluster old'])
    assert.is(plan.findings.unchanged, 1)
    box.git('add', '-A')
    box.git('commit', '-q', '-m', 'as it is')
    assert.is((await planned(box)).code, 0)
  }),
)

test(
  'a misplaced manifest in the rendered tree is a new finding, and what render would remove is none',
  inSandbox(async box => {
    start(box)
    await espalier(box.root, 'render')
    box.git('add', '-A')
    box.git('commit', '-q', '-m', 'rendered')
    box.put('clusters/east/lattice/shop/lost.yaml', route)
    box.put('topology.yaml', topology.replace('clusters: [west], port: 80}', 'clusters: [east], port: 80}'))
    const { code, plan } = await planned(box)
    assert.is(code, 1)
    assert.equal(
      plan.findings.new.map(({ rule }: { rule: string }) => rule),
      ['placement/route-in-workload-cluster'],
    )
  }),
)

test(
  'several topologies are planned together',
  inSandbox(async box => {
    const staging = topology
      .replace('name: shop\n\n', 'name: staging\n\n')
      .replace('onRemoval: orphan', 'onRemoval: orphan\n  path: staging')
      .replaceAll(/(name: |cluster: |\[|, )(config|east|west)\b/g, '$1s-$2')
      .replaceAll('vpc-0', 'vpc-1')
      .replace('us-west-2', 'us-east-1')
    box.put('staging.yaml', staging)
    start(box)
    box.put('topology.yaml', changed)
    const { code, err, plan } = await planned(
      box,
      '--topology',
      'topology.yaml',
      '--topology',
      'staging.yaml',
    )
    assert.is(code, 0, err)
    assert.is(plan.sentence, '1 of 6 clusters changes; shop/config: 1 HTTPRoute changed.')
  }),
)

test(
  'extensions are those of the working tree on both sides; without them the plan says that it is incomplete',
  inSandbox(async box => {
    const extended = `${topology}\nextensions: [./team.mjs]\n`
    const module = (name: string): string =>
      `export function extend({ chart }) { chart.node.tryFindChild('x'); for (const one of chart.apiObjects) if (one.kind === 'ServiceExport') one.metadata.addLabel('team', '${name}') }\n`
    box.put('team.mjs', module('one'))
    start(box, extended)
    box.put('topology.yaml', extended.replace('weight: 90', 'weight: 50'))
    const { plan, err } = await planned(box)
    assert.is(plan?.sentence, '1 of 3 clusters changes; config: 1 HTTPRoute changed.', err)
    const without = await planned(box, '--no-extensions')
    assert.match(without.plan.notes[0], 'extensions of topology shop did not run')
  }),
)

test(
  'wrong options are named, and files are written beside stdout',
  inSandbox(async box => {
    start(box)
    for (const args of [['--format', 'sarif'], ['--fail-on', 'never'], ['--output', 'text'], ['extra']])
      assert.is((await espalier(box.root, 'plan', ...args)).code, 2, args.join(' '))
    const { out } = await espalier(box.root, 'plan', '--output', 'markdown=plan.md')
    assert.match(out, 'None of 3 clusters changes.')
    assert.match(box.get('plan.md'), '**None of 3 clusters changes.**')
  }),
)

test.run()
