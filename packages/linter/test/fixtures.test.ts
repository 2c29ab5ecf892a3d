import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type FleetCluster, lint, type Report, readFleet } from '@espalier/linter'
import { type Model, policies, readTopology, type Source } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

// A fixture is a small fleet, one folder a cluster, whose wrong lines are marked `# ✗ <rule>`. Those without a topology.yaml are laid
// over fixtures/lint/base, a fleet that is right: they add files to it, or replace some.

const test = suite('lint fixtures')
const root = fileURLToPath(new URL('../../../fixtures/lint/', import.meta.url))
const roles: Readonly<Record<string, FleetCluster['role']>> = { config: 'config', hub: 'none' }
const absence = new Set(policies.filter(policy => policy.claims === 'absence').map(policy => policy.id))
const marked = new Set<string>()

function filesOf(folder: string): readonly string[] {
  const found = readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
  return found
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => file.endsWith('.yaml'))
    .sort()
}

function sourcesOf(fixture: string): readonly Source[] {
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

function run(sources: readonly Source[], complete: boolean): Report {
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
  return lint([readFleet(tagged, clusters, model)], { today: '2026-11-21' })
}

function marksOf(sources: readonly Source[]): readonly string[] {
  const lines = sources.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, index) => {
      const rules = line.split(/# ✗ /)[1]?.split('✗') ?? []
      return rules.map(rule => `${file}:${index + 1} ${rule.trim()}`)
    }),
  )
  return lines.sort()
}

const flagged = ({ findings }: Report) =>
  findings.map(({ span, rule }) => `${span.file}:${span.line} ${rule}`).sort()
const ruleOf = (mark: string) => mark.split(' ')[1] ?? ''

const fixtures = filesOf('').map(file =>
  file
    .split('/')
    .slice(0, file.startsWith('base/') ? 1 : 2)
    .join('/'),
)

for (const fixture of new Set(fixtures)) {
  test(`${fixture}: the marked lines and no others are flagged`, () => {
    const sources = sourcesOf(fixture)
    const marks = marksOf(sources)
    for (const mark of marks) marked.add(ruleOf(mark))
    assert.equal(flagged(run(sources, true)), marks)
    if (fixture !== 'base')
      assert.ok(
        marks.some(mark => ruleOf(mark) === fixture),
        `no line is marked ${fixture}`,
      )
  })

  test(`${fixture}: where clusters are incomplete, what seems to be absent is unresolved`, () => {
    const sources = sourcesOf(fixture)
    const report = run(sources, false)
    const marks = marksOf(sources)
    assert.equal(
      flagged(report),
      marks.filter(mark => !absence.has(ruleOf(mark))),
    )
    assert.is(report.summary.unresolved, marks.filter(mark => absence.has(ruleOf(mark))).length)
  })
}

test('every policy of the linter is marked somewhere', () => {
  const own = policies.map(policy => policy.id).filter(id => !id.startsWith('topology/'))
  assert.equal(
    own.filter(id => !marked.has(id)),
    [],
  )
})

test.run()
