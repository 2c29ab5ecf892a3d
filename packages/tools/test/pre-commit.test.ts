import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { root } from '../src/root.ts'
import { findPreCommit, type HookHome, hookHome } from './hook-home.ts'
import { type HookedFleet, hookedFleet } from './hooked-fleet.ts'

// Real commits through the real pre-commit, with the hooks of this work tree: those that install the packed package, and those that run
// the `espalier` on the PATH.

const test = suite('the hooks in pre-commit')
const preCommit = findPreCommit()

const topology = readFileSync(join(root, 'fixtures/render/aws-recommended-argocd/topology.yaml'), 'utf8')
const misplaced = 'clusters/workload-1/lattice/default/my-route.yaml'
const route = 'clusters/config/lattice/default/httproute.gateway.networking.k8s.io_my-httproute.yaml'
const another = route.replace('my-httproute', 'another')
const moved = topology.replace('name: my-httproute', 'name: another')
const httpRoute = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: my-route, namespace: default}
spec:
  parentRefs: [{name: my-gateway, namespace: lattice-gateway}]
  rules: [{backendRefs: [{name: service-1, port: 80}]}]
`
const gateway = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: my-gateway, namespace: lattice-gateway}
spec: {gatewayClassName: amazon-vpc-lattice, listeners: [{name: http, protocol: HTTP, port: 80}]}
`

let home: HookHome

/** A repository in which that topology is committed and rendered. */
function renderedFleet(hook: string): HookedFleet {
  const fleet = hookedFleet(home, preCommit ?? '', [`id: ${hook}`])
  fleet.put('topology.yaml', topology)
  assert.is(fleet.run('espalier', 'render').status, 0)
  fleet.git('add', '--all')
  fleet.passes()
  return fleet
}

if (preCommit === undefined) {
  test('are skipped where there is no pre-commit', () => {
    process.stdout.write('\nskipped: the hooks are not tried, for there is no pre-commit on the PATH\n')
  })
} else {
  test.before(async () => {
    home = await hookHome()
  })
  test.after(() => rmSync(home.folder, { recursive: true, force: true }))
  for (const suffix of ['-system', '']) testHooks(suffix)

  test('espalier-check looks at what git commit -a and git commit FILE take along, and at nothing else', () => {
    const fleet = renderedFleet('espalier-check-system')
    fleet.put('topology.yaml', topology.replace('path: /service-1', 'path: /service-one'))
    assert.is(fleet.run('espalier', 'render').status, 0)
    fleet.git('add', '--all')
    assert.match(fleet.blocked('topology.yaml'), `changed  ${route}\n`, 'the tree is not part of this commit')
    fleet.git('reset', '--quiet')
    fleet.passes('--all')
  })
}

function testHooks(suffix: string): void {
  test(`espalier-lint${suffix} stops a misplaced route with its finding, and lets the repaired commit pass`, () => {
    const fleet = renderedFleet(`espalier-lint${suffix}`)
    fleet.put(misplaced, httpRoute)
    fleet.git('add', '--all')
    const text = fleet.blocked()
    assert.match(text, /espalier lint\.+Failed\n/)
    assert.match(
      text,
      `${misplaced}:2:7: error: HTTPRoute default/my-route is in workload cluster workload-1`,
    )
    fleet.git('rm', '--quiet', '--force', misplaced)
    fleet.put('README.md', 'A fleet.\n')
    fleet.git('add', '--all')
    assert.match(fleet.passes(), /espalier lint\.+Passed\n/)
  })

  test(`espalier-lint${suffix} works for a repository that has no topology and one cluster's manifests`, () => {
    const args = ['--cluster', 'east=manifests/**', '--role', 'east=workload']
    const fleet = hookedFleet(home, preCommit ?? '', [
      `{id: espalier-lint${suffix}, args: ${JSON.stringify(args)}}`,
    ])
    fleet.put('manifests/gateway.yaml', gateway)
    fleet.git('add', '--all')
    assert.match(fleet.blocked(), /manifests\/gateway\.yaml:2:7: error: .* is in workload cluster east/)
    fleet.put('manifests/gateway.yaml', gateway.replace('amazon-vpc-lattice', 'another'))
    fleet.git('add', '--all')
    fleet.passes()
  })

  test(`espalier-render${suffix} rewrites the tree and stops until all of it is added, new files too`, () => {
    const fleet = renderedFleet(`espalier-render${suffix}`)
    fleet.put('topology.yaml', moved)
    fleet.git('add', 'topology.yaml')
    const first = fleet.blocked()
    assert.match(first, /espalier render\.+Failed\n/)
    assert.match(first, `${another}: Git does not track it\n`)
    assert.match(first, 'help: review what was rendered, then add it: git add --all clusters\n')
    assert.match(fleet.get(another), 'name: another')
    assert.not(fleet.has(route))
    fleet.git('add', '--update', 'clusters')
    assert.match(fleet.blocked(), 'Git does not track it', 'the new file alone is missing')
    fleet.git('add', '--all', 'clusters')
    assert.match(fleet.passes(), /espalier render\.+Passed\n/)
    assert.is(fleet.git('status', '--porcelain').text, '')
  })

  test(`espalier-check${suffix} stops what is not rendered, a deletion too, and writes nothing`, () => {
    const fleet = renderedFleet(`espalier-check${suffix}`)
    fleet.put('topology.yaml', moved)
    fleet.git('add', 'topology.yaml')
    const text = fleet.blocked()
    assert.match(text, `stale    ${route}\n`)
    assert.match(text, `missing  ${another}\n`)
    assert.ok(fleet.has(route) && !fleet.has(another))
    assert.is(fleet.run('espalier', 'render').status, 0)
    assert.match(fleet.blocked(), `unstaged ${another}: Git does not track it\n`, 'rendered, but not added')
    fleet.git('add', '--all')
    assert.match(fleet.passes(), /espalier render --check\.+Passed\n/)
    fleet.git('rm', '--quiet', another)
    assert.match(fleet.blocked(), `missing  ${another}\n`)
  })
}

test.run()
