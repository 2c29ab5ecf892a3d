import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { kustomization, settings } from './attributed.ts'
import { madeByFlux } from './flux-fixtures.ts'

const test = suite('what is not known of a Kustomization of Flux')

const open = ['$', '{x}'].join('')

interface Case {
  readonly fields: string
  readonly more?: Readonly<Record<string, string>>
}

/** What is made of a folder with one ConfigMap, and what is said of that. */
function made({ fields, more = {} }: Case): readonly [count: number, said: readonly string[]] | undefined {
  const texts = {
    'flux.yaml': kustomization('apps', './apps', `, ${fields}`),
    'apps/1.yaml': settings,
    ...more,
  }
  const result = madeByFlux(Object.entries(texts).map(([file, text]) => ({ file, text })))
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
  assert.equal(made({ fields: 'nameSuffix: -x, patchesStrategicMerge: [{}]' }), [
    1,
    ['unread: patchesStrategicMerge is of an older API, and not applied'],
  ])
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

test('a file that is no manifest is left to the rule that says so', () => {
  const more = { 'apps/values.yaml': 'replicas: 2\n', 'apps/odd.yaml': 'a: [\n' }
  assert.equal(made({ fields: 'targetNamespace: prod', more }), [1, []])
})

test.run()
