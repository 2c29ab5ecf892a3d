import { cpSync, mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { inSandbox, type Sandbox } from './sandbox.ts'

const test = suite('extensions')
const fixture = fileURLToPath(new URL('../../../fixtures/cli/extension', import.meta.url))
const generator = createRequire(fileURLToPath(new URL('../../generator/package.json', import.meta.url)))

/** The fixture as a team has it: with its own cdk8s installed beside it. */
function install(box: Sandbox, folder = box.root): void {
  cpSync(fixture, box.root, { recursive: true })
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  for (const name of ['cdk8s', 'constructs']) {
    const home = realpathSync(dirname(generator.resolve(`${name}/package.json`)))
    symlinkSync(home, join(folder, 'node_modules', name), 'dir')
  }
}

test(
  'constructs, nested ones too, become files of the unit extensions, delivered like the others',
  inSandbox(async box => {
    install(box)
    const { code, err } = await espalier(box.root, 'render')
    assert.is(code, 0, err)
    const unit = 'clusters/east/extensions/shop'
    assert.match(box.get(`${unit}/resourcequota_services.yaml`), /services: "20"/)
    assert.match(
      box.get(`${unit}/configmap_cluster-info.yaml`),
      /name: east\n {2}env: prod\n {2}region: us-west-2/,
    )
    assert.match(
      box.get('clusters/config/argocd/application.argoproj.io_shop-east-extensions.yaml'),
      'clusters/east/extensions',
    )
    assert.match(
      box.get('clusters/config/argocd/appproject.argoproj.io_shop-east.yaml'),
      'kind: ResourceQuota',
    )
    assert.not(box.has('clusters/config/extensions'))
    assert.is((await espalier(box.root, 'render', '--check')).code, 0)
    const lint = await espalier(box.root, 'lint', '--fail-on', 'info')
    assert.is(lint.code, 0, lint.out)
  }),
)

test(
  'lint never runs them, and --no-extensions refuses them',
  inSandbox(async box => {
    install(box)
    await espalier(box.root, 'render')
    box.put('extensions/team.mjs', 'throw new Error("it ran")')
    assert.is((await espalier(box.root, 'lint')).code, 0)
    const refused = await espalier(box.root, 'render', '--no-extensions')
    assert.is(refused.code, 2)
    assert.match(refused.err, 'the topology has extensions')
  }),
)

test(
  '--check --no-extensions judges what no extension could have done, and says that it is incomplete',
  inSandbox(async box => {
    install(box)
    await espalier(box.root, 'render')
    const check = () => espalier(box.root, 'render', '--check', '--no-extensions')
    const doubt = /^shop: incomplete, because extensions did not run: \d+ files that differ are not judged$/m
    const clean = await check()
    assert.equal([clean.code, clean.err], [0, ''])
    assert.match(clean.out, doubt)
    assert.is(clean.out.split('\n').length, 2)
    box.put('clusters/east/lattice/foreign.yaml', 'kind: List\n')
    rmSync(
      join(
        box.root,
        'clusters/config/lattice/lattice-gateway/gateway.gateway.networking.k8s.io_my-gateway.yaml',
      ),
    )
    const { code, out } = await check()
    assert.is(code, 1)
    assert.match(out, /^missing {2}clusters\/config\/lattice\/lattice-gateway\//m)
    assert.match(out, /^foreign {2}clusters\/east\/lattice\/foreign.yaml/m)
    assert.match(out, /^shop: 1 missing, 1 foreign$/m)
    assert.match(out, doubt)
  }),
)

test(
  'a module that is missing or exports nothing is a finding at its line',
  inSandbox(async box => {
    box.put('topology.yaml', readFileSync(join(fixture, 'topology.yaml'), 'utf8'))
    const missing = await espalier(box.root, 'render')
    assert.is(missing.code, 2)
    assert.match(missing.err, /topology\.yaml:15:\d+: error: \.\/extensions\/team\.mjs cannot be loaded/)
    box.put('extensions/empty.mjs', 'export const other = 1')
    box.put('topology.yaml', box.get('topology.yaml').replace('team.mjs', 'empty.mjs'))
    assert.match((await espalier(box.root, 'render')).err, 'does not export a function extend')
    assert.not(box.has('clusters'))
  }),
)

test.run()
