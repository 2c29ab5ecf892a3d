import { planChanges } from '@espalier/generator'
import { reportFindings } from '@espalier/linter'
import { headerOf, placeOf } from '@espalier/model'
import { plainStyle } from '@espalier/model/style'
import { readTopology } from '@espalier/model/topology'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { findingLines } from '../src/action/finding-lines.ts'
import { code, escaped } from '../src/markdown-text.ts'
import { markdown } from '../src/plan/formats/markdown.ts'
import { text as forPeople } from '../src/plan/formats/text.ts'

const test = suite('plan as Markdown')

const text = `apiVersion: espalier.dev/v1
kind: Topology
name: shop
gitops: {engine: argocd, repository: https://example.com/fleet, argocd: {cluster: hub}}
clusters: [{name: hub}]
`
const { value: model } = readTopology({ file: 'topology.yaml', text })

function planOf(objects: readonly (readonly [cluster: string, name: string, value: string])[]): string {
  assert.ok(model)
  const tree = (read: (value: string) => string) =>
    new Map(
      objects.map(([cluster, name, value]) => [
        `clusters/${cluster}/extensions/shop/configmap_${name}.yaml`,
        `${headerOf('topology.yaml', 'shop', cluster)}\n${JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop' }, data: { value: read(value) } })}\n`,
      ]),
    )
  const plan = planChanges({ tree: tree(() => 'old'), model }, { tree: tree(value => value), model })
  const report = {
    base: { ref: 'main', commit: 'a'.repeat(40) },
    topologies: [{ topology: 'shop', ...plan }],
    findings: { new: [], fixed: [], unchanged: 0 },
    notes: [],
  }
  return markdown.write(report, { style: plainStyle, width: 80, frames: false })
}

test('stays below what a comment can hold, says what is left out, and keeps the sentence', () => {
  const objects = Array.from(
    { length: 5000 },
    (_, at) => [`c${at % 40}`, `cm-${at}`, 'x'.repeat(70)] as const,
  )
  const written = planOf(objects)
  assert.ok(written.length <= 60_000 && written.length > 30_000, String(written.length))
  assert.match(written, /^\*\*40 of 41 clusters change/)
  assert.match(written, /_\d+ sections more did not fit here; `espalier plan` shows everything\._/)
  assert.match(written, 'Compared with `main`')
  assert.is(written.split('<details>').length, written.split('</details>').length)
})

test('says of a finding in which clusters it is the same, as plan for people and the action do', () => {
  const at = placeOf({ file: 'base.yaml', text: 'a: 1\n' }, ['a'])
  const about = {
    rule: 'a/b',
    severity: 'error',
    message: 'it is',
    at,
    related: [],
    remedy: 'Mend it.',
  } as const
  const findings = reportFindings(['prod', 'dev'].map(cluster => ({ ...about, cluster })))
  const report = {
    base: { ref: 'main', commit: 'a'.repeat(40) },
    topologies: [],
    findings: { new: findings, fixed: findings, unchanged: 0 },
    notes: [],
  }
  const options = { style: plainStyle, width: 80, frames: false }
  const words = 'it is (in clusters dev, prod)'
  for (const format of [markdown, forPeople])
    assert.is(format.write(report, options).split(words).length, 3, format.name)
  const lines = findingLines([{ ...about, file: 'base.yaml', line: 1, column: 4, clusters: ['dev', 'prod'] }])
  assert.match(lines[0] ?? '', words)
})

test('shows a part of a cluster that alone is too much', () => {
  const written = planOf(
    Array.from({ length: 2000 }, (_, at) => ['hub', `cm-${at}`, 'x'.repeat(70)] as const),
  )
  assert.match(written, 'hub: 2000 changed')
  assert.match(written, /- and \d+ more objects/)
  assert.match(written, 'cm-0')
})

test('shows values of others as code that cannot end early', () => {
  const written = planOf([['hub', 'cm', '`</details><script>@all ``` [x](y)']])
  const line = written.split('\n').find(one => one.includes('data.value')) ?? ''
  assert.ok(line.endsWith('→ ````"`</details><script>@all ``` [x](y)"````'), line)
})

test('escapes what Markdown and GitHub would act on', () => {
  assert.is(escaped('<b> @team [x](y) *z* `c`'), '\\<b\\> @\u2060team \\[x\\](y) \\*z\\* \\`c\\`')
  assert.is(code('a`b'), '``a`b``')
  assert.is(code('`a'), '`` `a ``')
})

test.run()
