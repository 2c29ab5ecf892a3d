import type { Source } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { build } from '../src/kustomize/build.ts'
import { filesOf } from '../src/kustomize/files-of.ts'
import type { FluxFields } from '../src/kustomize/flux-fields.ts'

const test = suite('kustomizations over what nobody has read')

const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: cart}\nspec: {type: ClusterIP}\n'
const remote = 'https://github.com/acme/cart//deploy?ref=v1'
const patch = 'patches: [{patch: "{apiVersion: v1, kind: ConfigMap, metadata: {name: far}}"}]\n'

type Files = Readonly<Record<string, string>>

/** What is broken, and what unread. */
function remarksOf(
  kustomization: string,
  more: Files = {},
  flux?: (source: Source) => FluxFields,
): readonly string[] {
  const texts = { 'kustomization.yaml': kustomization, 'service.yaml': service, ...more }
  const sources = Object.entries(texts).map(([file, text]) => ({ file, text }))
  const fields = flux?.({ file: 'flux.yaml', text: '' })
  const { remarks } = build('', filesOf(sources), undefined, fields)
  return remarks.map(({ kind }) => kind).filter(kind => kind !== 'simplified')
}

const openings = [
  `resources: [service.yaml, "${remote}"]\n`,
  'resources: [service.yaml]\nhelmCharts: [{name: cart, repo: "https://charts.example.com"}]\n',
  'resources: [service.yaml]\ngenerators: [plugin.yaml]\n',
  `resources: [service.yaml, "git::${remote}"]\n`,
  `resources: [service.yaml]\ncomponents: ["${remote}"]\n`,
]

test('a patch for what a remote base, a chart, a plugin or a component may bring is not refused', () => {
  assert.equal(remarksOf(`resources: [service.yaml]\n${patch}`), ['broken'])
  for (const opening of openings) assert.equal(remarksOf(`${opening}${patch}`), ['unread'])
  for (const opening of openings)
    assert.equal(remarksOf(`resources: [base]\n${patch}`, { 'base/kustomization.yaml': inBase(opening) }), [
      'unread',
    ])
})

const inBase = (opening: string) => opening.replace('service.yaml', '../service.yaml')

test('nor are a replacement, a JSON patch, or two objects of one name', () => {
  const inOne = (kustomization: string, more?: Files) => [
    remarksOf(`resources: [service.yaml]\n${kustomization}`, more),
    remarksOf(`resources: [service.yaml]\ntransformers: [plugin.yaml]\n${kustomization}`, more),
  ]
  const replacement = (source: string, path: string) =>
    `replacements: [{source: {${source}}, targets: [{select: {kind: Service}, fieldPaths: [${path}]}]}]\n`
  for (const kustomization of [
    replacement('kind: ConfigMap', 'spec.type'),
    replacement('kind: Service, fieldPath: spec.clusterIP', 'spec.type'),
    replacement('kind: Service', 'spec.clusterIP'),
    `patches: [{target: {kind: Service}, patch: '[{"op": "remove", "path": "/spec/clusterIP"}]'}]\n`,
    'components: [more]\n',
  ])
    assert.equal(
      inOne(kustomization, {
        'more/kustomization.yaml': 'kind: Component\nresources: [../service.yaml]\n',
      }),
      [['broken'], ['unread']],
    )
})

test('what lies beside something remote, or above it, is still refused', () => {
  const remarks = remarksOf('resources: [far, near]\n', {
    'far/kustomization.yaml': `resources: ["${remote}"]\n`,
    'near/kustomization.yaml': `resources: [../service.yaml]\n${patch}`,
  })
  assert.equal(remarks, ['unread', 'broken'])
})

test('the patches of a Kustomization of Flux may be for what its path takes from elsewhere', () => {
  const flux = (source: Source): FluxFields => ({
    spec: { patches: [{ patch: '{apiVersion: v1, kind: ConfigMap, metadata: {name: far}}' }] },
    at: { source, doc: 0, path: ['spec'] },
    listed: [],
  })
  assert.equal(remarksOf('resources: [service.yaml]\n', {}, flux), ['broken'])
  assert.equal(remarksOf(`resources: ["${remote}"]\n`, {}, flux), ['unread'])
})

test('what a generator puts into a ConfigMap is not missed', () => {
  const source = '{kind: ConfigMap, name: ports, fieldPath: data.PORT}'
  const kustomization = `resources: [service.yaml]
configMapGenerator: [{name: ports, literals: [PORT=80]}]
patches: [{target: {kind: ConfigMap}, patch: '[{"op": "remove", "path": "/data/PORT"}]'}]
`
  const replacements = `replacements: [{source: ${source}, targets: [{select: {kind: Service}, fieldPaths: [spec.type]}]}]\n`
  assert.equal(remarksOf(kustomization), [])
  assert.equal(remarksOf(kustomization + replacements), ['unread'])
})

test('the hash at the end of a generated name is spoken of where there is one', () => {
  const said = (kustomization: string) =>
    build('', filesOf([{ file: 'kustomization.yaml', text: kustomization }])).remarks[0]?.message ?? ''
  const generator = 'configMapGenerator:\n  - name: ports\n    literals: [PORT=80]\n'
  const kept = '{disableNameSuffixHash: true}\n'
  assert.match(said(generator), 'nor the hash known')
  for (const own of [`generatorOptions: ${kept}${generator}`, `${generator}    options: ${kept}`])
    assert.is(said(own), 'of the ConfigMaps that this generates, the data is not read')
  assert.match(said(`${generator}    options: ${kept}  - name: other\n`), 'nor the hash known')
})

test.run()
