import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { initHere, inRepository, places } from './init-here.ts'
import { inSandbox } from './sandbox.ts'

const test = suite('init')

const workflow = '.github/workflows/espalier.yml'
const hooks = '.pre-commit-config.yaml'

for (const engine of ['argocd', 'flux']) {
  test(
    `${engine}: what it writes renders, is up to date and has no finding`,
    inRepository(async box => {
      await initHere(box, '--engine', engine)
      assert.equal(box.list(), [workflow, hooks, 'readme.txt', 'topology.yaml'])
      const rendered = await espalier(box.root, 'render')
      assert.equal([rendered.code, rendered.err], [0, ''])
      assert.is((await espalier(box.root, 'render', '--check')).code, 0)
      const linted = await espalier(box.root, 'lint', '--strict', '--fail-on', 'info')
      assert.equal([linted.code, linted.err], [0, ''])
      assert.match(linted.out, /^no findings in \d+ manifests of 3 clusters\n$/)
      assert.ok(box.list().some(path => /^clusters\/config\/lattice\/.*httproute.*_hello\.yaml$/.test(path)))
      for (const cluster of ['workload-1', 'workload-2'])
        assert.ok(
          box.list().some(path => path.startsWith(`clusters/${cluster}/lattice/default/serviceexport`)),
        )
    }),
  )
}

test(
  'says what it wrote and the next three steps; the last is of the engine',
  inRepository(async box => {
    assert.is(
      await initHere(box),
      `written  ${workflow}
written  ${hooks}
written  topology.yaml

Next:
  1. Name your own clusters, services and routes in topology.yaml.
  2. espalier render, then commit topology.yaml and clusters/ together.
  3. In cluster config, once: kubectl apply -f clusters/config/argocd-root/
`,
    )
  }),
)

test(
  'the folder that the last step names is rendered',
  inRepository(async box => {
    const out = await initHere(box, '--path', 'deploy/tree')
    assert.match(out, 'kubectl apply -f deploy/tree/config/argocd-root/\n')
    await espalier(box.root, 'render')
    assert.ok(box.list().some(path => path.startsWith('deploy/tree/config/argocd-root/')))
  }),
)

test(
  'every answer stands in the topology',
  inRepository(async box => {
    const flags = {
      engine: 'flux',
      provider: 'vpc-lattice',
      name: 'shop',
      network: 'shop-network',
      repository: 'https://gitlab.example.com/acme/fleet.git',
      branch: 'release/1.x',
      path: 'deploy',
      'config-cluster': 'hub',
      'workload-cluster': 'east',
      account: '012345678901',
      region: 'eu-central-1',
      ci: 'none',
    }
    const args = Object.entries(flags).flatMap(([flag, value]) => [`--${flag}`, value])
    const vpcs = ['--vpc', 'hub=vpc-0000000a', '--vpc', 'east=vpc-0000000b', '--no-pre-commit']
    const { code, err } = await espalier(box.root, 'init', ...args, ...vpcs)
    assert.equal([code, err], [0, ''])
    assert.equal(box.list(), ['readme.txt', 'topology.yaml'])
    const text = box.get('topology.yaml').replace(/^ *#.*\n/gm, '')
    assert.is(
      text,
      `apiVersion: espalier.dev/v1
kind: Topology
name: shop

gitops:
  engine: flux
  repository: https://gitlab.example.com/acme/fleet.git
  revision: refs/heads/release/1.x
  path: deploy
  onRemoval: orphan
  flux: {entry: "deploy/{cluster}/flux"}

aws: {account: "012345678901", region: eu-central-1}

serviceNetwork:
  name: shop-network
  namespace: lattice-gateway

clusters:
  - name: hub
    role: config
    aws: {vpc: vpc-0000000a}
  - name: east
    role: workload
    aws: {vpc: vpc-0000000b}

services:
  - name: hello
    namespace: default
    clusters: [east]
    port: 80

routes:
  - name: hello
    namespace: default
    rules:
      - match: {path: /hello}
        to: hello

`,
    )
  }),
)

test(
  'the repository is that of the remote, without its credentials, and the branch its default one',
  inSandbox(async box => {
    box.commit()
    box.git('remote', 'add', 'origin', 'https://bob:s3cret@git.example.com/acme/fleet.git')
    box.git('update-ref', 'refs/remotes/origin/trunk', 'HEAD')
    box.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk')
    await initHere(box)
    const text = box.get('topology.yaml')
    assert.match(text, '\n  repository: https://git.example.com/acme/fleet.git\n')
    assert.match(text, '\n  revision: refs/heads/trunk\n')
    assert.match(box.get(workflow), '\n    branches: [trunk]\n')
    for (const file of box.list()) assert.not.match(box.get(file), 's3cret')
  }),
)

test(
  'outside Git it writes beside the topology, once it is told the repository',
  inSandbox(async box => {
    const without = await espalier(box.root, 'init', ...places)
    assert.equal([without.code, box.list()], [2, []])
    assert.match(without.err, 'it needs --repository URL (there is no remote origin to take it from)')
    await initHere(box, '--repository', 'https://git.example.com/acme/fleet')
    assert.equal(box.list(), [workflow, hooks, 'topology.yaml'])
    assert.is((await espalier(box.root, 'render')).code, 0)
    assert.is((await espalier(box.root, 'lint')).code, 0)
  }),
)

test(
  'in a sub-folder the topology and its tree are there, the rest in the root, and it names the topology',
  inRepository(async box => {
    box.put('infra/fleet/readme.txt', '')
    const { code, out, err } = await espalier(`${box.root}/infra/fleet`, 'init', ...places)
    assert.equal([code, err], [0, ''])
    assert.match(out, `written  ../../${workflow}\n`)
    assert.match(out, '\nwritten  topology.yaml\n')
    assert.match(out, 'kubectl apply -f clusters/config/argocd-root/\n')
    assert.match(box.get('infra/fleet/topology.yaml'), '\n  path: infra/fleet/clusters\n')
    assert.match(box.get(workflow), '\n          topology: infra/fleet/topology.yaml\n')
    assert.match(box.get(hooks), '\n        args: [--topology, infra/fleet/topology.yaml]\n')
    assert.is((await espalier(`${box.root}/infra/fleet`, 'render')).code, 0)
    assert.ok(box.list().some(path => path.startsWith('infra/fleet/clusters/config/lattice/')))
  }),
)

test(
  'an example reaches no account and no repository, says so, and can be rendered',
  inRepository(async box => {
    const { code, err } = await espalier(box.root, 'init', '--example')
    assert.equal([code, err], [0, ''])
    const text = box.get('topology.yaml')
    assert.match(text, '\n# EXAMPLE: neither this account nor the VPCs and the repository exist.')
    assert.match(text, '\n  repository: https://git.example.com/example/fleet.git\n')
    assert.match(text, '\naws: {account: "000000000000", region: us-west-2}\n')
    assert.is((await espalier(box.root, 'render')).code, 0)
    assert.is((await espalier(box.root, 'lint', '--strict')).code, 0)
  }),
)

test(
  'a topology of all real answers calls nothing an example',
  inRepository(async box => {
    await initHere(box)
    assert.not.match(box.get('topology.yaml'), 'EXAMPLE')
  }),
)

test.run()
