import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { inSandbox } from './sandbox.ts'

const test = suite('lint, --crds')

const crd = (
  group: string,
  kind: string,
  spec: string,
  version = 'v1',
) => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: ${kind.toLowerCase()}s.${group}}
spec:
  group: ${group}
  scope: Namespaced
  names: {kind: ${kind}, plural: ${kind.toLowerCase()}s}
  versions:
    - name: ${version}
      served: true
      storage: true
      schema: {openAPIV3Schema: {type: object, properties: {spec: ${spec}}}}
`
const widget = (spec: string) =>
  `apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w, namespace: shop}\nspec: ${spec}\n`
const said = async (root: string, ...args: string[]) =>
  JSON.parse((await espalier(root, 'lint', 'a', '--format', 'json', ...args)).out)
    .findings.filter(({ rule }: { rule: string }) => rule.startsWith('schema/'))
    .map(({ rule, message }: { rule: string; message: string }) => [rule.slice('schema/'.length), message])

const sized = '{type: object, properties: {size: {type: integer, maximum: 9, exclusiveMaximum: true}}}'

test(
  'a definition given by --crds decides, from a file or a folder, and its bounds are said',
  inSandbox(async ({ root, put }) => {
    put('a/w.yaml', widget('{size: 9}'))
    put('crds/widgets.yaml', crd('example.com', 'Widget', sized))
    assert.equal(
      (await said(root)).map(([rule]: [string]) => rule),
      ['unknown-kind'],
    )
    const found = [['wrong-value', 'size of Widget shop/w is 9, but must be less than 9']]
    assert.equal(await said(root, '--crds', 'crds'), found)
    assert.equal(await said(root, '--crds', 'crds/widgets.yaml'), found)
  }),
)

test(
  'a definition wins over the package that knows the kind, and one in the cluster over both',
  inSandbox(async ({ root, put }) => {
    const group = 'cert-manager.io'
    put(
      'a/c.yaml',
      `apiVersion: ${group}/v1\nkind: Issuer\nmetadata: {name: i, namespace: shop}\nspec: {novel: 1}\n`,
    )
    put('crds/given.yaml', crd(group, 'Issuer', '{type: object, properties: {novel: {type: string}}}'))
    assert.equal(
      (await said(root)).map(([rule]: [string]) => rule),
      ['unfamiliar-field'],
    )
    assert.equal(await said(root, '--crds', 'crds'), [
      ['wrong-value', 'novel of Issuer shop/i is the number 1, but must be text: write "1", in quotes'],
    ])
    put('a/crd.yaml', crd(group, 'Issuer', '{type: object, properties: {novel: {type: integer}}}'))
    assert.equal(await said(root, '--crds', 'crds'), [])
  }),
)

test(
  'patterns are those of Go, and take no longer for a text that almost fits',
  inSandbox(async ({ root, put }) => {
    const named = (pattern: string) =>
      crd(
        'example.com',
        'Widget',
        `{type: object, properties: {name: {type: string, pattern: '${pattern}'}}}`,
      )
    put('a/w.yaml', widget(`{name: ${'a'.repeat(60)}B}`))
    put('crds/w.yaml', named('^(a+)+$'))
    assert.is((await said(root, '--crds', 'crds')).length, 1)
    put('crds/w.yaml', named('^(?i)a+b$'))
    assert.equal(await said(root, '--crds', 'crds'), [])
  }),
)

test(
  'each field has the pattern of its own, in one definition and in two',
  inSandbox(async ({ root, put }) => {
    const patterns = (one: string, other: string) =>
      `{type: object, properties: {one: {type: string, pattern: '${one}'}, other: {type: string, pattern: '${other}'}}}`
    put('crds/w.yaml', crd('example.com', 'Widget', patterns('^[0-9]+s$', '^https://')))
    put('crds/g.yaml', crd('example.com', 'Gadget', patterns('^[a-z]+$', '^[A-Z]+$')))
    put('a/w.yaml', widget('{one: 10s, other: https://a.example}'))
    put('a/g.yaml', widget('{one: low, other: HIGH}').replace('Widget', 'Gadget'))
    assert.equal(await said(root, '--crds', 'crds'), [])
    put('a/g.yaml', widget('{one: 10s, other: https://a.example}').replace('Widget', 'Gadget'))
    assert.equal(await said(root, '--crds', 'crds'), [
      ['wrong-value', 'one of Gadget shop/w is "10s", but must be like ^[a-z]+$'],
      ['wrong-value', 'other of Gadget shop/w is "https://a.example", but must be like ^[A-Z]+$'],
    ])
  }),
)

test(
  'null is as good as nothing, unions are one finding, and each item of a list has its place',
  inSandbox(async ({ root, put }) => {
    const union =
      '{type: object, oneOf: [{required: [a]}, {required: [b]}], properties: {a: {type: string}, b: {type: string}}}'
    const spec = `{type: object, required: [one], properties: {one: ${union}}}`
    put('crds/w.yaml', crd('example.com', 'Widget', spec))
    const items = ['{one: null}', '{one: {}}', '{one: {a: x, b: z}}', '{one: {a: x}}'].map(one =>
      widget(one).trim().replace(/^/gm, '  ').replace('  ', '- '),
    )
    put('a/w.yaml', `apiVersion: v1\nkind: List\nitems:\n${items.join('\n')}\n`)
    assert.equal(await said(root, '--crds', 'crds'), [
      ['missing-field', 'spec of Widget shop/w needs the field one'],
      ['missing-field', 'one of Widget shop/w needs one of a or b'],
      ['wrong-value', 'one of Widget shop/w has a and b, of which only one is possible'],
    ])
  }),
)

test(
  'what --crds cannot use is said, and nothing is linted',
  inSandbox(async ({ root, put }) => {
    put('a/w.yaml', widget('{}'))
    put('broken.yaml', 'a: [')
    put('other.yaml', widget('{}'))
    for (const [path, why] of [
      ['nowhere', '--crds: nowhere cannot be read: there is no such file'],
      ['other.yaml', '--crds other.yaml: no CustomResourceDefinition is there'],
      ['broken.yaml', /--crds: broken\.yaml:\d+:\d+: /],
    ] as const) {
      const { code, out, err } = await espalier(root, 'lint', 'a', '--crds', path)
      assert.equal([code, out], [2, ''], path)
      assert.match(err, why)
    }
  }),
)

test(
  'a version that releases no longer serve is one that a given definition serves',
  inSandbox(async ({ root, put }) => {
    const group = 'source.toolkit.fluxcd.io'
    const spec = 'spec: {interval: 1h, url: "oci://example.com/a"}'
    put('a/o.yaml', `apiVersion: ${group}/v1beta2\nkind: OCIRepository\nmetadata: {name: o}\n${spec}\n`)
    put(
      'crds/old.yaml',
      crd(group, 'OCIRepository', '{type: object}', 'v1beta2').replace(
        'type: object}}',
        'type: object, x-kubernetes-preserve-unknown-fields: true}}',
      ),
    )
    const gone = `OCIRepository o is of ${group}/v1beta2, which Flux 2.8 no longer serves; ${group}/v1 takes its place`
    assert.equal(await said(root), [['removed-version', gone]])
    assert.equal(await said(root, '--crds', 'crds'), [])
  }),
)

test.run()
