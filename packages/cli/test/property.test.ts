import { lint } from '@espalier/linter'
import type { FileTree, Topology } from '@espalier/model'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf, rendered } from './random/rendered.ts'
import { shuffled } from './random/shuffle.ts'
import { targetsOf, topologies } from './random/topology.ts'

const test = suite('random topologies')
const settings = { numRuns: process.env.ESPALIER_LONG ? 5_000 : 200, seed: 42 }

test('render, lint clean, and render to the same bytes with their lists shuffled', () => {
  const property = fc.property(topologies, fc.nat(), (topology, seed) => {
    const { model, tree } = rendered(topology)
    const report = lint([fleetOf(model, tree)])
    assert.equal(
      report.findings.map(
        finding => `${finding.span.file}:${finding.span.line} ${finding.rule} ${finding.message}`,
      ),
      [],
    )
    assert.is(report.summary.unresolved, 0)
    assert.equal(rendered(shuffled(topology, seed)).tree, tree)
  })
  fc.assert(property, settings)
})

test('keep every name when a route, a service or a cluster is added', () => {
  const property = fc.property(topologies, fc.nat(), (topology, pick) => {
    const before = without(topology, pick)
    const after = new Set(rendered(topology).tree.keys())
    const gone = namesOf(rendered(before).tree).filter(file => !after.has(file))
    assert.equal(gone, [])
  })
  fc.assert(property, { ...settings, numRuns: settings.numRuns / 2 })
})

function namesOf(tree: FileTree): readonly string[] {
  return [...tree.keys()]
}

/** The topology less one route, one service that no route uses, and one cluster that no service runs in, where there are such. */
function without(topology: Topology, pick: number): Topology {
  const { services = [], routes = [], clusters } = topology
  const primaries = new Set(services.map(service => service.primaryRoute))
  const free = routes.filter(route => !primaries.has(`${route.namespace}/${route.name}`))
  const route = free[pick % Math.max(1, free.length)]
  const left = routes.filter(one => one !== route)
  const used = new Set(
    left.flatMap(one => one.rules.flatMap(rule => targetsOf(rule).map(target => target.service))),
  )
  const unused = services.find(service => !used.has(`${service.namespace}/${service.name}`))
  const kept = services.filter(service => service !== unused)
  const running = new Set(kept.flatMap(service => JSON.stringify(service.clusters).match(/c\d+/g) ?? []))
  const idle = clusters.find(cluster => cluster.role !== 'config' && !running.has(cluster.name))
  return { ...topology, routes: left, services: kept, clusters: clusters.filter(cluster => cluster !== idle) }
}

test.run()
