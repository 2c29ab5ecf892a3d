import { cpSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { inSandbox, type Sandbox } from './sandbox.ts'

const test = suite('lint, Kustomizations of Flux')
const fixture = fileURLToPath(new URL('../../../fixtures/repositories/flux-patches/', import.meta.url))
const roles = ['--role', 'network=config']

const inCopy = (body: (box: Sandbox) => Promise<void>) =>
  inSandbox(async box => {
    cpSync(fixture, box.root, { recursive: true })
    await body(box)
  })

const unit = (name: string, path: string, more: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: ${name}
  namespace: flux-system
spec:
  interval: 10m0s
  path: ${path}
  prune: true
  sourceRef:
    kind: GitRepository
    name: flux-system
${more}`

const route = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: more
spec:
  parentRefs:
    - name: acme
      namespace: shop
  rules:
    - backendRefs:
        - name: more
          port: 80
`

const findings = async ({ root }: Sandbox, ...paths: readonly string[]): Promise<readonly string[]> => {
  const { out } = await espalier(root, 'lint', ...(paths.length > 0 ? paths : ['.']), ...roles)
  return out.split('\n').filter(line => /^\S+:\d+:\d+: /.test(line))
}

test(
  'a namespace that only the Kustomization sets keeps a route from its Gateway',
  inCopy(async box => {
    box.put('apps/more/route.yaml', route)
    box.put('clusters/network/more.yaml', unit('more', './apps/more', '  targetNamespace: shop\n'))
    assert.equal(await findings(box), [])
    box.put('clusters/network/more.yaml', unit('more', './apps/more', '  targetNamespace: other\n'))
    const [found = '', ...others] = await findings(box)
    assert.equal(others, [])
    assert.match(found, /^apps\/more\/route\.yaml:\d+:\d+: error: HTTPRoute other\/more .*acme/)
  }),
)

test(
  'a route is found in a workload cluster by the path that a patch gives a Kustomization',
  inCopy(async box => {
    box.put('apps/network/more.yaml', route)
    assert.equal(await findings(box), [])
    box.put(
      'clusters/east/fleet.yaml',
      box.get('clusters/east/fleet.yaml').replace('./apps/east', './apps/network'),
    )
    const found = (await findings(box)).filter(line => line.includes('placement/route-in-workload-cluster'))
    assert.ok(
      found.some(line =>
        line.startsWith('apps/network/more.yaml:2:7: error: HTTPRoute shop/more is in workload cluster east'),
      ),
    )
  }),
)

test(
  'what Flux would refuse is said where the Kustomization asks for it',
  inCopy(async box => {
    box.put('apps/more/route.yaml', route)
    const more = `  targetNamespace: shop
  components:
    - ../nowhere
  patches:
    - patch: |
        apiVersion: v1
        kind: Service
        metadata:
          name: nothing
`
    box.put('clusters/network/more.yaml', unit('more', './apps/more', more))
    assert.equal(
      (await findings(box)).map(line => line.replace(/: error: .*\[/, ' [')),
      [
        'clusters/network/more.yaml:15:7 [gitops/kustomization-refused]',
        'clusters/network/more.yaml:17:14 [gitops/kustomization-refused]',
      ],
    )
  }),
)

test(
  'a field that Flux has yet to fill in is said, and nothing is taken for certain',
  inCopy(async box => {
    box.put('apps/more/route.yaml', route)
    const open = ['$', '{namespace}'].join('')
    box.put('clusters/network/more.yaml', unit('more', './apps/more', `  targetNamespace: "${open}"\n`))
    const [found = '', ...others] = await findings(box)
    assert.equal(others, [])
    assert.match(
      found,
      /^clusters\/network\/more\.yaml:13:20: info: .*\[gitops\/kustomization-not-followed\]$/,
    )
  }),
)

test(
  'a variable that a patch of Flux puts into an object is for whoever delivers the patch; others need a value',
  inCopy(async box => {
    const [mine, other] = ['MINE', 'OTHER'].map(name => ['$', `{${name}}`].join(''))
    const text = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: more\ndata:\n  a: "${mine}"\n`
    const patch = `  targetNamespace: shop
  patches:
    - target:
        kind: ConfigMap
      patch: |
        - op: add
          path: /data/b
          value: "${other}"
  postBuild:
    substitute:
      MINE: a
`
    box.put('apps/more/settings.yaml', text)
    box.put('clusters/network/more.yaml', unit('more', './apps/more', patch))
    assert.equal(await findings(box), [])
    box.put('apps/more/settings.yaml', `${text}  c: "${other}"\n`)
    const [found = '', ...others] = await findings(box)
    assert.equal(others, [])
    assert.match(
      found,
      /^apps\/more\/settings\.yaml:7:\d+: \w+: .*OTHER.*\[gitops\/variable-without-value\]$/,
    )
  }),
)

test(
  'a variable that a patch of the cluster gives a Kustomization has a value',
  inCopy(async box => {
    const variable = ['$', '{ZONE}'].join('')
    const fleet = box.get('clusters/east/fleet.yaml')
    const given = (name: string) =>
      fleet.replace(
        'targetNamespace: shop\n',
        `targetNamespace: shop\n          postBuild: {substitute: {${name}: a}}\n`,
      )
    box.put(
      'apps/east/settings.yaml',
      `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: more\ndata:\n  a: "${variable}"\n`,
    )
    box.put('clusters/east/fleet.yaml', given('ZONE'))
    assert.equal(await findings(box), [])
    box.put('clusters/east/fleet.yaml', given('ZONES'))
    assert.equal(
      (await findings(box)).map(line => line.replace(/:\d+: .*\[/, ' [')),
      ['apps/east/settings.yaml:6 [gitops/variable-without-value]'],
    )
  }),
)

test(
  'a folder that two Kustomizations bring to two namespaces is there twice, and in one namespace once too often',
  inCopy(async box => {
    box.put(
      'apps/more/service.yaml',
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: more\nspec:\n  ports:\n    - port: 80\n',
    )
    const into = (name: string, namespace: string) =>
      box.put(`clusters/east/${name}.yaml`, unit(name, './apps/more', `  targetNamespace: ${namespace}\n`))
    into('one', 'one')
    into('two', 'two')
    assert.equal(await findings(box), [])
    into('two', 'one')
    assert.equal(
      (await findings(box)).map(line => line.replace(/.*\[/, '[')),
      ['[placement/duplicate-object]'],
    )
  }),
)

test(
  'what is not asked for is not linted, though a Kustomization changes it',
  inCopy(async box => {
    box.put('apps/east/export.yaml', box.get('apps/east/export.yaml').replace('federation', 'fedration'))
    assert.is((await findings(box)).length > 0, true)
    assert.equal(await findings(box, 'clusters', 'fleet'), [])
  }),
)

test(
  'what kustomize does not know of the kustomization of a path is passed over, as Flux drops it; of one below it is refused',
  inCopy(async box => {
    const kustomization = 'resources: [route.yaml]\nsecurity: none\n'
    const right = route.replace('name: more\nspec', 'name: more\n  namespace: shop\nspec')
    box.put('apps/more/route.yaml', right)
    box.put('apps/more/kustomization.yaml', kustomization)
    box.put('clusters/network/more.yaml', unit('more', './apps/more', ''))
    assert.equal(await findings(box), [])
    const application =
      'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: more, namespace: argocd}\nspec: {project: default, destination: {name: network}, source: {repoURL: https://github.com/acme/platform, path: apps/more}}\n'
    box.put('clusters/network/argocd.yaml', application)
    assert.ok((await findings(box)).some(line => /^apps\/more\/kustomization\.yaml:2:1: error/.test(line)))
    box.put('clusters/network/argocd.yaml', '')
    box.put('apps/more/kustomization.yaml', 'resources: [below]\n')
    box.put('apps/more/below/kustomization.yaml', kustomization)
    box.put('apps/more/below/route.yaml', right)
    const [found = ''] = await findings(box)
    assert.match(found, /^apps\/more\/below\/kustomization\.yaml:2:1: error: .*security/)
  }),
)

test(
  'what two Kustomizations bring is said of them, or, where both change it, of what they make',
  inCopy(async box => {
    const settings = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: more, namespace: shop}\n'
    const twice = (more: string) =>
      box.put(
        'clusters/network/more.yaml',
        `${unit('one', './apps/more', more)}---\n${unit('two', './apps/more', more)}`,
      )
    box.put('apps/more/settings.yaml', settings)
    twice('  commonMetadata: {labels: {team: shop}}\n')
    const [pair = '', ...others] = await findings(box)
    assert.match(pair, /^clusters\/network\/more\.yaml:\d+:\d+: error: .*\[gitops\/delivered-twice\]$/)
    assert.equal(others, [])
    twice('  targetNamespace: shop\n')
    const [made = '', ...more] = await findings(box)
    assert.match(made, /^apps\/more\/settings\.yaml:3:\d+: error: .* twice, made of one manifest/)
    assert.equal(more, [])
  }),
)

test(
  'what a Kustomization makes is there once, in however many forms others bring the Kustomization',
  inCopy(async box => {
    const names = ['one', 'two', 'three']
    const units = names.map(name =>
      unit(name, './clusters/network/own', `  commonMetadata: {labels: {by: ${name}}}\n`),
    )
    box.put('clusters/network/own/units.yaml', units.join('---\n'))
    box.put('apps/loose/settings.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: loose}\n')
    box.put('clusters/network/own/loose.yaml', unit('loose', './apps/loose', '  namePrefix: very-\n'))
    const { out } = await espalier(box.root, 'lint', '.', ...roles, '--format', 'json')
    const doubles = JSON.parse(out).findings.filter(
      ({ rule, file }: { rule: string; file: string }) =>
        rule === 'placement/duplicate-object' && file === 'apps/loose/settings.yaml',
    )
    assert.equal(doubles, [])
  }),
)

test.run()
