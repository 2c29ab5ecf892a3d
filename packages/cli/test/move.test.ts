import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type FleetCluster, lint, readFleet, type Tagged } from '@espalier/linter'
import type { FileTree } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { clusterOf, fleetOf, type Rendered, renderedText } from './random/rendered.ts'

const test = suite('misplaced objects')

const cases = ['aws-recommended-argocd', 'every-route-kind']
const more = ['aws-recommended-flux', 'kitchen-sink-argocd', 'kitchen-sink-flux']

for (const name of process.env.ESPALIER_LONG ? [...cases, ...more] : cases) {
  const file = fileURLToPath(new URL(`../../../fixtures/render/${name}/topology.yaml`, import.meta.url))
  const fleet = renderedText(readFileSync(file, 'utf8'))

  test(`${name}: every rendered object is an error in every other cluster's directory`, () => {
    const silent = moves(fleet).filter(
      ({ tree, file: moved }) => !errorsAt(fleetOf(fleet.model, tree), moved),
    )
    assert.equal(
      silent.map(move => move.file),
      [],
    )
  })

  test(`${name}: every object bound to a role is an error in a hand-written directory of the other role`, () => {
    const silent = copies(fleet).filter(copy => !errorsAt(withHandWritten(fleet, copy), copy.source.file))
    assert.equal(
      silent.map(copy => `${copy.source.file}\n${copy.source.text}`),
      [],
    )
  })
}

interface Move {
  readonly file: string
  readonly tree: FileTree
}

/** Each file under a free name in each other cluster, and gone from its own. */
function moves({ model, tree }: Rendered): readonly Move[] {
  const { path } = model.gitops
  const objects = [...tree].filter(([file]) => !file.endsWith('/kustomization.yaml'))
  return objects.flatMap(([file, text]) => {
    const own = clusterOf(model, file)
    const others = model.clusters.filter(cluster => cluster.name !== own)
    return others.map(({ name }) => {
      const unit = file.slice(`${path}/${own}/`.length).split('/').slice(0, -1).join('/')
      const moved = `${path}/${name}/${unit}/moved-here.yaml`
      const left = [...tree].filter(([other]) => other !== file)
      return { file: moved, tree: new Map([...left, [moved, text]]) }
    })
  })
}

const boundTo: Readonly<Record<string, string>> = {
  Gateway: 'config',
  HTTPRoute: 'config',
  GRPCRoute: 'config',
  TLSRoute: 'config',
  ServiceImport: 'config',
  AccessLogPolicy: 'config',
  IAMAuthPolicy: 'config',
  VpcAssociationPolicy: 'config',
  ServiceExport: 'workload',
  TargetGroupPolicy: 'workload',
}

/** Each object of a bound kind as a person would have written it, without header and labels, for each cluster of another role. */
function copies({ model, tree }: Rendered): readonly Tagged[] {
  return [...tree].flatMap(([file, text]) => {
    const role = boundTo[text.match(/^kind: (.+)$/m)?.[1] ?? '']
    if (role === undefined || file.includes('/argocd')) return []
    const bare = text.replace(/^#.*\n/, '').replace(/^ {2}labels:\n(?: {4}.*\n)+/m, '')
    assert.not.match(bare, 'espalier.dev/cluster')
    const others = model.clusters.filter(cluster => cluster.role !== role && cluster.role !== 'none')
    return others.map(({ name }) => ({
      source: { file: `apps/${name}/by-hand.yaml`, text: bare },
      cluster: name,
      rendered: false,
    }))
  })
}

function withHandWritten({ model, tree }: Rendered, copy: Tagged): ReturnType<typeof readFleet> {
  const { clusters } = fleetOf(model, tree)
  const files = [...tree].map(
    ([file, text]): Tagged => ({ source: { file, text }, cluster: clusterOf(model, file), rendered: true }),
  )
  const known: readonly FleetCluster[] = clusters
  return readFleet([...files, copy], known, model)
}

function errorsAt(fleet: ReturnType<typeof readFleet>, file: string): boolean {
  return lint([fleet]).findings.some(finding => finding.span.file === file && finding.severity === 'error')
}

test.run()
