import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { build } from '../src/kustomize/build.ts'
import { filesOf } from '../src/kustomize/files-of.ts'
import { labelQuery } from '../src/kustomize/label-query.ts'
import { safePattern } from '../src/kustomize/safe-pattern.ts'

// Kustomizations come from pull requests of anybody: none may keep the linter busy, or change more than its own objects.

const test = suite('hostile kustomizations')

function built(texts: Readonly<Record<string, string>>, folder = '') {
  const { documents, remarks } = build(
    folder,
    filesOf(Object.entries(texts).map(([file, text]) => ({ file, text }))),
  )
  return { documents, said: remarks.map(({ kind, message }) => `${kind}: ${message}`) }
}

test('folders that double at every level are given up', () => {
  const levels = Array.from({ length: 30 }, (_, at) => [
    `l${at}/kustomization.yaml`,
    `resources: [../a${at + 1}, ../b${at + 1}]\n`,
  ])
  const twins = Array.from({ length: 31 }, (_, at) =>
    ['a', 'b'].map(name => [
      `${name}${at}/kustomization.yaml`,
      `namePrefix: ${name}-\nresources: [../l${at}]\n`,
    ]),
  )
  const { said } = built(
    {
      ...Object.fromEntries([...levels, ...twins.flat()]),
      'l30/kustomization.yaml': 'resources: [m.yaml]\n',
    },
    'l0',
  )
  assert.ok(
    said.includes('unread: this build enters more than 2000 folders; the others are not read'),
    said.slice(0, 3).join(),
  )
})

test('a component that takes in itself goes in a circle', () => {
  const component = 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\ncomponents: [.]\n'
  const { said } = built({ 'kustomization.yaml': 'components: [c]\n', 'c/kustomization.yaml': component })
  assert.equal(said, ['broken: . is, or holds, the folder c that leads here: a circle'])
})

test('a name that every mapping has is a name like any other', () => {
  const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\n'
  const merge = `${map}__proto__: {polluted: "1"}\ndata: {__proto__: {polluted: "2"}, constructor: {prototype: {polluted: "3"}}}\n`
  const operations = [
    '- {op: add, path: /__proto__/polluted, value: 4}',
    '- {op: add, path: /constructor/prototype/polluted, value: 5}',
  ]
  for (const operation of operations)
    built({
      'kustomization.yaml': `resources: [m.yaml]\npatches:\n  - path: merge.yaml\n  - target: {kind: ConfigMap}\n    patch: |\n      ${operation}\nreplacements:\n  - sourceValue: x\n    targets:\n      - select: {kind: ConfigMap}\n        fieldPaths: [__proto__.polluted, constructor.prototype.polluted]\n        options: {create: true}\nlabels:\n  - pairs: {polluted: x}\n    fields: [{path: __proto__, create: true}, {path: constructor/prototype, create: true}]\n`,
      'm.yaml': map,
      'merge.yaml': merge,
    })
  assert.is(Reflect.get({}, 'polluted'), undefined)
})

test('every field of a kustomization may hold anything', () => {
  const fields =
    'namespace namePrefix nameSuffix labels commonLabels commonAnnotations patches patchesJson6902 patchesStrategicMerge replacements resources bases components configurations configMapGenerator secretGenerator generatorOptions vars crds openapi helmCharts kind apiVersion images'
  const values = [
    '5',
    'null',
    'text',
    '[1, {a: null}, null, [x]]',
    '{a: [x], name: {}, path: {}, target: 5}',
    '[{path: 5, target: [], patch: "["}, {pairs: 5, fields: 7}]',
  ]
  for (const field of fields.split(' '))
    for (const value of values) {
      const service =
        'apiVersion: v1\nkind: Service\nmetadata: {name: a, labels: 5, annotations: [x]}\nspec: text\n'
      const texts = {
        'kustomization.yaml': `${field === 'resources' ? '' : 'resources: [a.yaml]\n'}${field}: ${value}\n`,
        'a.yaml': service,
      }
      assert.not.throws(() => built(texts), undefined, `${field}: ${value}`)
    }
})

test('a pattern covers a whole name, and none that could take long is tried', () => {
  const covers = (pattern: string, name: string) => safePattern(pattern)?.(name)
  assert.equal(
    [
      covers('', 'x'),
      covers('cart', 'cart'),
      covers('cart', 'cart-2'),
      covers('c.*|basket', 'basket'),
      covers('c.*|basket', 'a-cart'),
    ],
    [true, true, false, true, false],
  )
  for (const refused of [
    '(a+)+',
    '(a|aa)*',
    '(?=a)',
    '(a)\\1',
    '.*.*.*.*',
    '[',
    '(?i)a',
    'a{1,9}{1,9}{1,9}{1,9}',
  ])
    assert.is(safePattern(refused), undefined, refused)
  assert.is(covers('.*.*.*x', 'a'.repeat(250)), false)
  assert.is(covers('.*', 'a'.repeat(10_000)), false)
})

test('a query of labels is read as kubectl reads it', () => {
  const meets = (query: string, ...labels: readonly (readonly [string, string])[]) =>
    labelQuery(query)?.(new Map(labels))
  assert.equal(
    [
      meets('a=1', ['a', '1']),
      meets('a==1,b!=2', ['a', '1']),
      meets('a in (1, 2), !b', ['a', '2']),
      meets('a notin (1)', ['a', '1']),
      meets('a', ['b', '1']),
      meets('a in (', ['a', '1']),
      meets('a=1 b=2', ['a', '1']),
    ],
    [true, true, true, false, false, undefined, undefined],
  )
})

test.run()
