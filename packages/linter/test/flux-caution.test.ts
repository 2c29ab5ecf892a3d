import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { kustomization, settings } from './attributed.ts'
import { madeByFlux } from './flux-fixtures.ts'

const test = suite('what is not known of a Kustomization of Flux')

const open = ['$', '{x}'].join('')

interface Case {
  readonly fields: string
  readonly more?: Readonly<Record<string, string>>
  readonly isLinted?: (file: string) => boolean
}

/** What is made of a folder with one ConfigMap, and what is said of that. */
function made({
  fields,
  more = {},
  isLinted,
}: Case): readonly [count: number, said: readonly string[]] | undefined {
  const texts = {
    'flux.yaml': kustomization('apps', './apps', `, ${fields}`),
    'apps/1.yaml': settings,
    ...more,
  }
  const sources = Object.entries(texts).map(([file, text]) => ({ file, text }))
  const result = madeByFlux(sources, isLinted)
  return result && [result.documents.length, result.remarks.map(({ kind, message }) => `${kind}: ${message}`)]
}

test('what would name objects, and nobody has filled in, is left out and said', () => {
  const said = `unread: "${open}" is not filled in by the files`
  assert.equal(made({ fields: `targetNamespace: "${open}"` }), [1, [said]])
  assert.equal(made({ fields: `components: ["${open}"]` }), [1, [said]])
})

test('a patch with a variable is applied where it is certain which objects it is for', () => {
  const patch = (target: string, text: string) =>
    made({ fields: `patches: [{patch: ${JSON.stringify(text)}${target}}]` })
  const said =
    'unread: the files do not fill in what this patch is for, or what it sets, so that it is not applied'
  const body = (name: string, value: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: shop}\ndata:\n  a: ${value}\n`
  assert.equal(patch('', body('a', open)), [1, []])
  assert.equal(patch('', body(`"${open}"`, 'b')), [1, [said]])
  assert.equal(patch(`, target: {name: "${open}"}`, body('a', 'b')), [1, [said]])
  assert.equal(patch(', target: {name: a}', `- {op: add, path: "/data/${open}", value: b}`), [1, [said]])
  assert.equal(patch('', `a: [${open}]`), [1, [said]])
})

test('fields of an older API are said, and not applied', () => {
  for (const name of ['patchesStrategicMerge', 'patchesJson6902']) {
    const said = [1, [`unread: ${name} is of an older API, and not applied`]]
    assert.equal(made({ fields: `${name}: [{}]` }), said)
    assert.equal(made({ fields: `nameSuffix: -x, ${name}: [{}]` }), said)
  }
})

test('a field that is empty changes nothing', () => {
  for (const field of ['patches: []', 'patchesJson6902: []', 'targetNamespace: ""', 'commonMetadata: {}'])
    assert.is(made({ fields: field }), undefined)
})

test('nothing is made of a folder from which the source may leave files out', () => {
  const fields = 'targetNamespace: prod'
  assert.equal(made({ fields }), [1, []])
  assert.is(made({ fields, more: { 'apps/.sourceignore': '1.yaml\n' } }), undefined)
  const repository =
    'apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: flux-system, namespace: flux-system}\nspec: {url: "https://github.com/acme/fleet", ignore: 1.yaml}\n'
  assert.is(made({ fields, more: { 'git.yaml': repository } }), undefined)
  const own = { 'apps/.sourceignore': '2.yaml\n', 'apps/kustomization.yaml': 'resources: [1.yaml]\n' }
  assert.equal(made({ fields, more: own }), [1, []])
})

test('of a folder that is linted in part, only what is linted is made, and what its kustomization brings from elsewhere', () => {
  const fields = 'targetNamespace: prod'
  const more = { 'apps/2.yaml': settings.replace('name: a', 'name: b') }
  const isLinted = (file: string) => file !== 'apps/2.yaml'
  assert.equal(made({ fields, more }), [2, []])
  assert.equal(made({ fields, more, isLinted }), [1, []])
  const components = {
    ...more,
    'part/kustomization.yaml':
      'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [3.yaml]\n',
    'part/3.yaml': settings.replace('name: a', 'name: c'),
  }
  const isInApps = (file: string) => isLinted(file) && !file.startsWith('part/')
  assert.equal(made({ fields: 'components: [../part]', more: components, isLinted: isInApps }), [2, []])
})

test('an artifact that lies otherwise than its repository, and cannot be built here, is left as it lies', () => {
  const more = { 'apps/kustomization.yaml': 'resources: [1.yaml, base]\n' }
  const refused = 'broken: base is not there'
  assert.equal(made({ fields: 'nameSuffix: -x', more }), [1, [refused]])
  const texts = {
    ...more,
    'apps/1.yaml': settings,
    'flux.yaml': kustomization('apps', './own', ', nameSuffix: -x').replace(
      'kind: GitRepository, name: flux-system',
      'kind: ExternalArtifact, name: apps',
    ),
    'artifacts.yaml': `apiVersion: source.extensions.fluxcd.io/v1beta1
kind: ArtifactGenerator
metadata: {name: apps, namespace: flux-system}
spec:
  sources: [{alias: repo, kind: GitRepository, name: flux-system}]
  artifacts: [{name: apps, copy: [{from: "@repo/apps/**", to: "@artifact/own/"}]}]
`,
  }
  const of = (files: Readonly<Record<string, string>>) =>
    madeByFlux(Object.entries(files).map(([file, text]) => ({ file, text })))
  assert.is(of(texts), undefined)
  assert.is(of({ ...texts, 'apps/kustomization.yaml': 'resources: [1.yaml]\n' })?.documents.length, 1)
})

test('a file that is no manifest is left to the rule that says so', () => {
  const more = { 'apps/values.yaml': 'replicas: 2\n', 'apps/odd.yaml': 'a: [\n' }
  assert.equal(made({ fields: 'targetNamespace: prod', more }), [1, []])
})

test.run()
