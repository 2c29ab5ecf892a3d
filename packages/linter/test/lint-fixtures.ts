import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  attribute,
  type FleetCluster,
  lint,
  type Report,
  readFleet,
  readTexts,
  withSchemas,
} from '@espalier/linter'
import type { Model, Source } from '@espalier/model'
import { readTopology } from '@espalier/model/topology'
import * as assert from 'uvu/assert'
import { repositoryOf } from './repository-of.ts'

// A fixture is a small fleet, one folder a cluster, whose wrong lines are marked `# ✗ <rule>`. Those without a topology.yaml are laid
// over fixtures/lint/base, a fleet that is right: they add files to it, or replace some. The folder `unattributed` goes where Applications
// and Kustomizations deliver it; what is in no YAML file is there for them to find.

const root = fileURLToPath(new URL('../../../fixtures/lint/', import.meta.url))
const roles: Readonly<Record<string, FleetCluster['role']>> = { config: 'config', hub: 'none' }

/** Every fixture, by its folder. */
export const lintFixtures: readonly string[] = [
  ...new Set(
    filesOf('').map(file =>
      file
        .split('/')
        .slice(0, file.startsWith('base/') ? 1 : 2)
        .join('/'),
    ),
  ),
]

function filesOf(folder: string): readonly string[] {
  const found = readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
  return found
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => /\.(yaml|json)$/.test(file))
    .sort()
}

// A file that has to be large is not kept so: `# filled to 9000000 characters` is.
function filled(text: string): string {
  return text.replace(/# filled to (\d+) characters/, (comment, size) => comment.padEnd(Number(size), '.'))
}

/** The manifests of a fixture, and its topology. */
export function sourcesOf(fixture: string): readonly Source[] {
  const texts = new Map<string, string>()
  const folders = filesOf(fixture).includes('topology.yaml') ? [fixture] : ['base', fixture]
  for (const folder of folders) {
    for (const file of filesOf(folder))
      texts.set(file, filled(readFileSync(`${root}${folder}/${file}`, 'utf8')))
  }
  return [...texts].map(([file, text]) => ({ file, text }))
}

function modelOf(sources: readonly Source[]): Model | undefined {
  const topology = sources.find(source => source.file === 'topology.yaml')
  if (topology === undefined) return undefined
  const { value, problems } = readTopology(topology)
  assert.equal(
    problems.map(problem => problem.message),
    [],
  )
  return value
}

/** What the linter says of a fixture, whose clusters may be complete. */
export async function lintFixture(sources: readonly Source[], complete: boolean): Promise<Report> {
  const model = modelOf(sources)
  const manifests = sources.filter(({ file }) => file.endsWith('.yaml') && file !== 'topology.yaml')
  const texts = readTexts(manifests)
  const clusterOf = (file: string) => file.split('/')[model && isInTree(file, model) ? 1 : 0] ?? ''
  const { clusters: delivered, deliveries } = attribute({
    repository: repositoryOf(sources, manifests),
    models: model ? [model] : [],
    read: texts,
    given(path) {
      const cluster = clusterOf(path)
      return cluster === 'unattributed' ? [] : [{ cluster, by: 'listed' }]
    },
  })
  const tagged = manifests.flatMap(source => {
    const clusters = delivered.get(source.file)
    if (clusters !== undefined) return clusters.map(cluster => ({ source, cluster, rendered: false }))
    const rendered = model === undefined || isInTree(source.file, model)
    return [{ source, cluster: clusterOf(source.file), rendered }]
  })
  const names = [...new Set(tagged.map(({ cluster }) => cluster))].filter(name => name !== 'unattributed')
  const clusters = names.map((name): FleetCluster => {
    const { at, eksName = name, vpc } = model?.clusters.find(one => one.name === name) ?? {}
    const role = roles[name] ?? 'workload'
    return { name, eksName, role, ...(vpc && { vpc }), ...(at && { at }), rendered: false, complete }
  })
  const fleet = readFleet(tagged, clusters, model, { texts, deliveries })
  return lint([await withSchemas(fleet)], { today: '2026-11-21' })
}

function isInTree(file: string, model: Model): boolean {
  return file.startsWith(`${model.gitops.path}/`)
}
