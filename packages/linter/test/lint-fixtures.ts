import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type FleetCluster, lint, type Report, readFleet, withSchemas } from '@espalier/linter'
import { type Model, readTopology, type Source } from '@espalier/model'
import * as assert from 'uvu/assert'

// A fixture is a small fleet, one folder a cluster, whose wrong lines are marked `# ✗ <rule>`. Those without a topology.yaml are laid
// over fixtures/lint/base, a fleet that is right: they add files to it, or replace some.

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
    .filter(file => file.endsWith('.yaml'))
    .sort()
}

/** The manifests of a fixture, and its topology. */
export function sourcesOf(fixture: string): readonly Source[] {
  const texts = new Map<string, string>()
  const folders = filesOf(fixture).includes('topology.yaml') ? [fixture] : ['base', fixture]
  for (const folder of folders) {
    for (const file of filesOf(folder)) texts.set(file, readFileSync(`${root}${folder}/${file}`, 'utf8'))
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
  const manifests = sources.filter(source => source.file !== 'topology.yaml')
  const tagged = manifests.map(source => {
    const tree = model && source.file.startsWith(`${model.gitops.path}/`)
    return { source, cluster: source.file.split('/')[tree ? 1 : 0] ?? '', rendered: tree ?? true }
  })
  const names = [...new Set(tagged.map(({ cluster }) => cluster))].filter(name => name !== 'unattributed')
  const clusters = names.map((name): FleetCluster => {
    const { at, eksName = name, vpc } = model?.clusters.find(one => one.name === name) ?? {}
    const role = roles[name] ?? 'workload'
    return { name, eksName, role, ...(vpc && { vpc }), ...(at && { at }), rendered: false, complete }
  })
  return lint([await withSchemas(readFleet(tagged, clusters, model))], { today: '2026-11-21' })
}
