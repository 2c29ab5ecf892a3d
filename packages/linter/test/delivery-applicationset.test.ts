import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { attributed, type Files, settings } from './attributed.ts'

const test = suite('what ApplicationSets make')

const url = 'https://github.com/acme/fleet'

interface Wanted {
  readonly generators: string
  readonly name?: string
  readonly cluster: string
  readonly path: string
  readonly go?: boolean
  readonly more?: string
}

const set = ({ generators, name = 'x', cluster, path, go = true, more = '' }: Wanted) =>
  `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: set, namespace: argocd}
spec:
  goTemplate: ${go}
  generators: ${generators}
  template:
    metadata: {name: '${name}'}
    spec:
      destination: {name: '${cluster}'}
      source: {repoURL: "${url}", path: '${path}'}
${more}`

const made = (files: Files, about: Wanted) =>
  attributed({ ...files, 'set.yaml': set(about) }).deliveries.map(([, path, cluster]) => `${path} ${cluster}`)

const secret = (name: string, labels: string) =>
  `---
apiVersion: v1
kind: Secret
metadata: {name: ${name}, labels: {argocd.argoproj.io/secret-type: cluster, ${labels}}}
stringData: {name: ${name}, server: "https://${name}.example.com"}
`

const folders = { 'c/east/a/1.yaml': settings, 'c/west/a/1.yaml': settings, 'c/west/.b/1.yaml': settings }

test('a list, in the words of both kinds of templates', () => {
  const generators = `[{list: {elements: [{cluster: east, values: {unit: a}}, {cluster: west, values: {unit: a}}]}}]`
  const expected = ['c/east/a east', 'c/west/a west']
  assert.equal(
    made(folders, { generators, cluster: '{{.cluster}}', path: 'c/{{ .cluster }}/{{.values.unit}}' }),
    expected,
  )
  assert.equal(
    made(folders, { generators, go: false, cluster: '{{cluster}}', path: 'c/{{ cluster }}/{{values.unit}}' }),
    expected,
  )
})

test('directories of Git, with what is left out and what begins with a dot', () => {
  const directories = (more: string) => `[{git: {repoURL: "${url}", directories: [{path: "c/*/*"}${more}]}}]`
  const about = { cluster: '{{index .path.segments 1}}', path: '{{.path.path}}' }
  assert.equal(made(folders, { ...about, generators: directories('') }), ['c/east/a east', 'c/west/a west'])
  const one = directories(', {path: c/west/*, exclude: true}')
  assert.equal(made(folders, { ...about, generators: one }), ['c/east/a east'])
  const plain = { go: false, cluster: '{{path[1]}}', path: '{{path}}', name: '{{path.basenameNormalized}}' }
  assert.equal(made(folders, { ...plain, generators: one }), ['c/east/a east'])
})

test('files of Git, whatever is in them, and their folder', () => {
  const files = {
    ...folders,
    'c/east/config.json': '{"cluster": {"name": "east-1"}}',
    'c/deep/er/config.json': '{"cluster": {"name": "deep"}}',
    'c/west/config.yaml': 'cluster: {name: west-1}\n',
  }
  const generators = (path: string) => `[{git: {repoURL: "${url}", files: [{path: "${path}"}]}}]`
  const about = { cluster: '{{.cluster.name}}', path: '{{.path.path}}/a' }
  assert.equal(made(files, { ...about, generators: generators('c/*/config.json') }), ['c/east/a east-1'])
  assert.equal(made(files, { ...about, generators: generators('c/**/config.*') }), [
    'c/deep/er/a deep',
    'c/east/a east-1',
    'c/west/a west-1',
  ])
})

test('clusters by their Secrets; without a selector the own one too', () => {
  const files = {
    ...folders,
    'secrets.yaml': secret('east', 'env: prod') + secret('west', 'env: dev'),
  }
  const about = { cluster: '{{.name}}', path: 'c/{{.name}}/a' }
  const matching = (selector: string) => `[{clusters: {selector: ${selector}}}]`
  assert.equal(made(files, { ...about, generators: matching('{matchLabels: {env: prod}}') }), [
    'c/east/a east',
  ])
  assert.equal(
    made(files, {
      ...about,
      generators: matching('{matchExpressions: [{key: env, operator: NotIn, values: [prod]}]}'),
    }),
    ['c/west/a west'],
  )
  assert.equal(made(files, { ...about, generators: '[{clusters: {}}]' }), [
    'c/east/a east',
    'c/west/a west',
    'c/in-cluster/a in-cluster',
  ])
})

test('a matrix is each with each, and the second may name what the first gives', () => {
  const files = { ...folders, 'secrets.yaml': secret('east', 'env: prod') + secret('west', 'env: dev') }
  const generators = `[{matrix: {generators: [{clusters: {selector: {matchLabels: {env: dev}}}}, {git: {repoURL: "${url}", directories: [{path: "c/{{.name}}/*"}]}}]}}]`
  assert.equal(made(files, { generators, cluster: '{{.name}}', path: '{{.path.path}}' }), ['c/west/a west'])
})

test('a merge adds to what the first gives where the keys are equal', () => {
  const generators = `[{merge: {mergeKeys: [name], generators: [{list: {elements: [{name: east, unit: a}, {name: west, unit: a}]}}, {list: {elements: [{name: west, unit: b}, {name: north, unit: c}]}}]}}]`
  assert.equal(made(folders, { generators, cluster: '{{.name}}', path: 'c/{{.name}}/{{.unit}}' }), [
    'c/east/a east',
    'c/west/b west',
  ])
})

test('a selector after a generator, values, and a template of the generator’s own', () => {
  const elements = '[{name: east, env: prod}, {name: west, env: dev}]'
  const own = `template: {spec: {source: {path: 'c/{{.name}}/{{.values.unit}}'}}}`
  const generators = `[{list: {elements: ${elements}, ${own}, values: {unit: '{{.env}}-unit'}}, selector: {matchLabels: {env: dev}}}]`
  assert.equal(made(folders, { generators, cluster: '{{.name}}', path: 'unused' }), ['c/west/dev-unit west'])
})

test('functions of templates that only change a text are evaluated', () => {
  const generators = `[{list: {elements: [{name: EAST, path: {segments: [c, east, a]}}]}}]`
  const clusterFor = (cluster: string) => made(folders, { generators, cluster, path: 'c/east/a' })[0]
  for (const [template, name] of [
    ['{{ .name | lower }}', 'east'],
    ['{{ lower .name }}-1', 'east-1'],
    ['{{ .name | lower | trimSuffix "st" }}', 'ea'],
    ['{{- index .path.segments 1 -}}', 'east'],
    ['{{ replace "S" "-" .name }}', 'EA-T'],
    ['{{ (index .path.segments 1) | upper }}', 'EAST'],
    ['{{ normalize "A_b!" }}', 'a-b'],
  ] as const)
    assert.is(clusterFor(template), `c/east/a ${name}`)
})

test('what the files do not say leaves the cluster open, with the reason', () => {
  const list = `[{list: {elements: [{name: east}]}}]`
  const why = (about: Partial<Wanted>) =>
    made(folders, { generators: list, cluster: '{{.name}}', path: 'c/east/a', ...about })[0] ?? ''
  assert.match(why({ cluster: '{{.nam}}' }), /^c\/east\/a \? its destination is "\{\{\.nam\}\}"/)
  assert.match(why({ cluster: '{{ if .name }}east{{ end }}' }), /which the files do not fill in$/)
  assert.match(why({ path: 'c/{{.other}}' }), /\? its source is "c\/\{\{\.other\}\}"/)
  assert.match(
    why({ generators: '[{clusters: {}}]' }),
    /cluster Secrets, and there are none among the files$/,
  )
  assert.match(
    why({ generators: '[{pullRequest: {github: {}}}]' }),
    /its generator "pullRequest" gives is not in the files$/,
  )
  assert.match(
    why({ generators: '[{git: {repoURL: "https://github.com/acme/other", directories: [{path: "*"}]}}]' }),
    /its git generator reads "https:\/\/github.com\/acme\/other", another repository$/,
  )
  for (const spec of ['destination: {name: x}', 'source: {targetRevision: v1}', '{path: x}', '{repoURL: x}'])
    assert.match(why({ more: `  templatePatch: "spec: {${spec}}"\n` }), /its templatePatch may change/)
  assert.is(why({ more: '  templatePatch: "spec: {revisionHistoryLimit: 3}"\n' }), 'c/east/a east')
})

test.run()
