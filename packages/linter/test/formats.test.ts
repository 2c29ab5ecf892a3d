import { lint } from '@espalier/linter'
import { writeFindings } from '@espalier/linter/text'
import { type Finding, placeOf } from '@espalier/model'
import { reportSchema } from '@espalier/model/schemas'
import { plainStyle, type Style } from '@espalier/model/style'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf, manifest } from './fleet-of.ts'
import { written } from './written.ts'

const test = suite('formats')

const gateway = manifest('gateway.networking.k8s.io/v1 Gateway ns/net', 'spec: {gatewayClassName: lattice}\n')
const topology = { file: 'topology.yaml', text: 'clusters:\n  - name: config\n' }
const at = placeOf(topology, ['clusters', 0])
const report = lint([
  fleetOf({ 'workload-1/a.yaml': gateway, 'config/b.yaml': 'a: [\n' }, { config: { at } }),
])
const tags = (name: string) => (text: string) => `<${name}>${text}</>`
const colours: Style = {
  bold: tags('bold'),
  dim: tags('dim'),
  red: tags('red'),
  yellow: tags('yellow'),
  blue: tags('blue'),
  green: tags('green'),
  cyan: tags('cyan'),
}
const write = (name: string, frames = false, style = plainStyle) => written(name, report, { frames, style })

test('text is one line for each thing to say', () => {
  assert.fixture(
    write('text'),
    `config/b.yaml:2:1: error: Flow sequence in block collection must be sufficiently indented and end with a ]  [schema/not-yaml]
  help: Correct the syntax at this place.
workload-1/a.yaml:2:7: error: Gateway ns/net is in workload cluster workload-1, but Gateways belong in the config cluster "config"  [placement/gateway-in-workload-cluster]
  see: topology.yaml:2:5: config cluster config is declared here
  help: Move it to the directory of the config cluster, or delete it; with lint.profile permissive it is allowed.
2 errors in 1 manifest of 1 cluster
`,
  )
})

test('on a terminal it shows the line, and keeps to the width', () => {
  assert.fixture(
    write('text', true),
    `config/b.yaml:2:1: error: Flow sequence in block collection must be sufficiently
    indented and end with a ]  [schema/not-yaml]
  help: Correct the syntax at this place.

workload-1/a.yaml:2:7: error: Gateway ns/net is in workload cluster workload-1,
    but Gateways belong in the config cluster "config"
    [placement/gateway-in-workload-cluster]
 2 | kind: Gateway
   |       ^^^^^^^
  see: topology.yaml:2:5: config cluster config is declared here
  help: Move it to the directory of the config cluster, or delete it; with
        lint.profile permissive it is allowed.

2 errors in 1 manifest of 1 cluster
`,
  )
})

test('colours change nothing but the colour', () => {
  const painted = write('text', true, colours)
  assert.is(painted.replace(/<[a-z]*>|<\/>/g, ''), write('text', true))
  assert.ok(painted.includes('<bold>workload-1/a.yaml:2:7:</> <bold><red>error:</></> Gateway ns/net'))
  assert.ok(painted.includes('<dim>   |</>       <red>^^^^^^^</>\n<cyan>  see:</> topology.yaml'))
})

test('json is as its schema says', () => {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(reportSchema)
  const value = JSON.parse(write('json'))
  const errors = validate(value) ? [] : validate.errors
  assert.equal(errors, [])
  assert.equal(value.findings[1].object, {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    namespace: 'ns',
    name: 'net',
  })
  assert.equal(value.findings[1].related, [
    { file: 'topology.yaml', line: 2, column: 5, message: 'config cluster config is declared here' },
  ])
  assert.equal([value.findings[0].cluster, value.findings[0].object], [null, null])
})

test('github gets commands, the worst first, and then a line that is none', () => {
  const text = `${gateway}apiVersion: v1\nkind: Secret\nmetadata: {name: x}\ndata: {a: eA==} # espalier-ignore security/secret-data: a demo\n`
  const remark = { ...finding('key: 1\n', '50% of a:b,\r\nc\u001b', ['key']), severity: 'warning' as const }
  const also = [finding('key: 1\n', 'it is', ['key']), remark]
  const fleet = fleetOf({ 'workload-1/a,b:50%.yaml': text }, { config: { at } })
  assert.fixture(
    written('github', lint([fleet], { also })),
    `::error file=workload-1/a%2Cb%3A50%25.yaml,line=2,endLine=2,col=7,endColumn=14,title=placement/gateway-in-workload-cluster::Gateway ns/net is in workload cluster workload-1, but Gateways belong in the config cluster%0Ahelp: Move it to the directory of the config cluster, or delete it; with lint.profile permissive it is allowed.
::warning file=x.yaml,line=1,endLine=1,col=6,endColumn=7,title=a/b::50%25 of a:b,%0D%0Ac\uFFFD%0Ahelp: Do it.
::notice file=x.yaml,line=1,endLine=1,col=6,endColumn=7,title=a/b::it is%0Ahelp: Do it.
1 error, 1 warning, 1 info in 2 manifests of 1 cluster; 1 finding suppressed
`,
  )
  assert.match(write('github'), '%0Asee: topology.yaml:2:5: config cluster config is declared here%0Ahelp: ')
})

test('formats of CI systems name files from the root of the repository, those for people from where they stand', () => {
  const from = (folder: string) => (name: string) => written(name, report, { folder })
  const ci = ['github', 'gitlab', 'junit', 'sarif']
  const shown = (folder: string) =>
    ci
      .map(from(folder))
      .join('\n')
      .match(/[\w./-]*[ab]\.yaml/g) ?? []
  assert.equal(new Set(shown('.')), new Set(['config/b.yaml', 'workload-1/a.yaml']))
  assert.equal(
    new Set(shown('envs/prod')),
    new Set(['envs/prod/config/b.yaml', 'envs/prod/workload-1/a.yaml']),
  )
  assert.equal(['text', 'json'].map(from('envs/prod')), ['text', 'json'].map(from('.')))
  // A file above where the command ran, one beside the repository, and one on another drive.
  const above = (file: string) =>
    written(
      'github',
      lint([], { also: [{ ...finding('key: 1\n', 'it is', ['key']), at: placeOf({ file, text: '' }) }] }),
      {
        folder: 'envs/prod',
      },
    ).match(/file=(.*?),/)?.[1]
  assert.equal(['../../topology.yaml', '../stage/x.yaml', '../../../other/x.yaml', 'D:/x.yaml'].map(above), [
    'topology.yaml',
    'envs/stage/x.yaml',
    '../other/x.yaml',
    'D%3A/x.yaml',
  ])
})

const finding = (text: string, message: string, path: string[]): Finding => ({
  rule: 'a/b',
  severity: 'info',
  message,
  at: placeOf({ file: 'x.yaml', text }, path),
  related: [],
  remedy: 'Do it.',
})
const lines = (text: string, message = 'it is', path = ['key'], width = 40) =>
  writeFindings([finding(text, message, path)], { style: plainStyle, width, frames: true }).split('\n')

test('every format says in which clusters a finding is the same', () => {
  const of = (cluster: string): Finding => ({
    ...finding('key: 1\n', 'it is', ['key']),
    cluster,
    object: { apiVersion: 'v1', kind: 'Secret', name: 'a' },
  })
  const names = ['g', 'f', 'e', 'd', 'c', 'b', 'a']
  const all = lint([], { also: names.map(of) })
  const words = 'it is (in clusters a, b, c, d, e and 2 more)'
  for (const name of ['text', 'github', 'gitlab', 'junit', 'sarif']) {
    const text = written(name, all)
    assert.ok(text.includes(words), `${name}: ${text}`)
  }
  // Servers know a test again by its name, however many clusters share the manifest.
  assert.match(written('junit', all), 'name="x.yaml: it is"')
  const [result] = JSON.parse(written('sarif', all)).runs[0].results
  assert.equal(
    result.locations[0].logicalLocations.map((one: { fullyQualifiedName: string }) => one.fullyQualifiedName),
    names.map(name => `${name}/Secret/a`).reverse(),
  )
  const [json] = JSON.parse(written('json', all)).findings
  assert.equal([json.message, json.cluster, json.clusters], ['it is', 'a', [...names].reverse()])
  assert.not.match(written('text', lint([], { also: [of('a')] })), 'in clusters')
})

test('a long line is cut around the caret, and tabs take the same room above and below', () => {
  const [, shown = '', carets = ''] = lines(`{a: ${'x'.repeat(60)}, key: value, b: ${'y'.repeat(60)}}`)
  assert.ok(shown.length <= 40 && shown.startsWith(' 1 | …x') && shown.endsWith('y…'), shown)
  assert.is(shown.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1), 'value')
  const [, tabbed = '', under = ''] = lines('key:\t\tvalue # \there\n')
  assert.is(tabbed.slice(under.indexOf('^'), under.lastIndexOf('^') + 1), 'value')
})

test('no text of a manifest reaches the terminal as a command', () => {
  const shown = lines('key: "\u001b[31mred"\n', 'it is \u001b[2J\n::error::gone').join('\n')
  assert.not.match(shown, '\u001b')
  assert.not.match(shown, '\n::error')
})

test.run()
