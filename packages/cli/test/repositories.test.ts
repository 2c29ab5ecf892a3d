import { cpSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { inSandbox, type Sandbox } from './sandbox.ts'

// Small repositories in the styles that people really use, none of which has ever seen Espalier: each is clean, its clusters are found,
// and what is put into it in the wrong place is found there.

const test = suite('repositories')
const fixtures = fileURLToPath(new URL('../../../fixtures/repositories/', import.meta.url))

interface Style {
  readonly name: string
  readonly clusters: readonly string[]
  /** Where the config cluster and a workload cluster keep what is theirs; a file there is delivered. */
  readonly config: string
  readonly workload: string
  readonly roles: readonly string[]
  /** A change for the worse of an object of the engine, and what is said of it. */
  readonly wrong: readonly [file: string, from: string, to: string, finding: RegExp]
}

const styles: readonly Style[] = [
  {
    name: 'argocd-app-of-apps',
    clusters: ['east', 'in-cluster', 'network', 'west'],
    config: 'clusters/network/shop/cart.yaml',
    workload: 'clusters/east/shop/export.yaml',
    roles: ['--role', 'network=config', '--role', 'in-cluster=none'],
    wrong: [
      'argocd/apps/east/project.yaml',
      'name: east\n      namespace: shop',
      'name: west\n      namespace: shop',
      /^argocd\/apps\/east\/shop\.yaml:9:11: error: .*east.*\[gitops\/destination-not-in-project\]$/m,
    ],
  },
  {
    name: 'argocd-applicationset',
    clusters: ['east', 'in-cluster', 'network', 'west'],
    config: 'clusters/network/shop/routes/cart.yaml',
    workload: 'clusters/east/shop/export.yaml',
    roles: ['--role', 'network=config', '--role', 'in-cluster=none'],
    wrong: [
      'argocd/project.yaml',
      "name: '*'",
      'name: east',
      /^argocd\/clusters-appset\.yaml:2\d:\d+: error: .*network.*\[gitops\/destination-not-in-project\]$/m,
    ],
  },
  {
    name: 'flux-overlays',
    clusters: ['east', 'network', 'west'],
    config: 'apps/network/cart.yaml',
    workload: 'apps/base/export.yaml',
    roles: ['--role', 'network=config'],
    wrong: [
      'clusters/west/apps.yaml',
      './apps/west',
      './apps/wset',
      /^clusters\/west\/apps\.yaml:8:9: error: .*apps\/wset.*did you mean "west"\?.*\[gitops\/path-missing\]$/m,
    ],
  },
  {
    name: 'flux-patches',
    clusters: ['east', 'network', 'west'],
    config: 'apps/network/cart.yaml',
    workload: 'apps/east/export.yaml',
    roles: ['--role', 'network=config'],
    wrong: [
      'clusters/west/fleet.yaml',
      './apps/west',
      './apps/wset',
      /^clusters\/west\/fleet\.yaml:17:14: error: .*apps\/wset.*did you mean "west"\?.*\[gitops\/path-missing\]$/m,
    ],
  },
  {
    name: 'flux-d1',
    clusters: ['prod-east', 'prod-network'],
    config: 'apps/components/network/cart.yaml',
    workload: 'apps/components/workload/cart.yaml',
    roles: ['--role', 'prod-network=config'],
    wrong: [
      'fleet/tenants/workload/infra.yaml',
      './infra/components/workload',
      './apps/components/workload',
      /^fleet\/tenants\/workload\/infra\.yaml:19:9: error: .*\[gitops\/delivered-twice\]$/m,
    ],
  },
  {
    name: 'both-engines',
    clusters: ['east', 'hub', 'network'],
    config: 'apps/network/cart.yaml',
    workload: 'apps/east/export.yaml',
    roles: ['--role', 'network=config', '--role', 'hub=none'],
    wrong: [
      'argocd/project.yaml',
      'name: east\n',
      'name: esat\n',
      /^argocd\/apps\.yaml:2\d:11: error: .*east.*\[gitops\/destination-not-in-project\]$/m,
    ],
  },
]

const route = `---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: lost
  namespace: shop
spec:
  parentRefs:
    - name: acme
      namespace: shop
  rules:
    - backendRefs:
        - group: application-networking.k8s.aws
          kind: ServiceImport
          name: nowhere
          port: 80
`

const inCopy = (name: string, body: (box: Sandbox) => Promise<void>) =>
  inSandbox(async box => {
    cpSync(`${fixtures}${name}`, box.root, { recursive: true })
    await body(box)
  })

for (const { name, clusters, config, workload, roles, wrong } of styles) {
  test(
    `${name}: nothing is wrong, and every manifest has a cluster`,
    inCopy(name, async ({ root }) => {
      for (const args of [[], roles]) {
        const { code, out } = await espalier(root, 'lint', '.', '--format', 'json', ...args)
        const { findings, summary } = JSON.parse(out)
        const rules = findings.map((one: { rule: string }) => one.rule)
        // Kinds that no schema is known of are said, and nothing is wrong with that.
        assert.equal(
          rules.filter((rule: string) => rule !== 'schema/unknown-kind'),
          [],
        )
        assert.equal([code, summary.clusters], [0, clusters.length])
      }
      // From a folder inside it, or outside of it, the paths of engines are the same.
      assert.is((await espalier(`${root}/..`, 'lint', root, '--fail-on', 'warning')).code, 0)
    }),
  )

  test(
    `${name}: a route in a workload cluster is misplaced, and named with its cluster`,
    inCopy(name, async ({ root, put, get }) => {
      put(workload, get(workload) + route)
      const { code, out } = await espalier(root, 'lint', '.', ...roles)
      const line = get(workload).slice(0, get(workload).indexOf('kind: HTTPRoute')).split('\n').length
      const found = out.split('\n').filter(one => one.includes('[placement/route-in-workload-cluster]'))
      assert.is(code, 1)
      assert.ok(found.length > 0)
      for (const one of found)
        assert.ok(
          one.startsWith(`${workload}:${line}:7: error: HTTPRoute shop/lost is in workload cluster `),
          one,
        )
    }),
  )

  test(
    `${name}: a route to an import that is nowhere is unresolved, as not everything need be here`,
    inCopy(name, async ({ root, put, get }) => {
      put(config, get(config) + route)
      const { code, out } = await espalier(root, 'lint', '.', '--strict', '--fail-on', 'warning', ...roles)
      const line = get(config).slice(0, get(config).indexOf('name: nowhere')).split('\n').length
      assert.is(code, 1)
      assert.match(out, new RegExp(`^${config.replaceAll('.', '\\.')}:${line}:\\d+: warning: .*nowhere`, 'm'))
    }),
  )

  test(
    `${name}: what is wrong with an object of the engine is found at its place`,
    inCopy(name, async ({ root, put, get }) => {
      const [file, from, to, finding] = wrong
      put(file, get(file).replace(from, to))
      const { code, out } = await espalier(root, 'lint', '.', ...roles)
      assert.is(code, 1, out)
      assert.match(out, finding)
    }),
  )
}

test.run()
