import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { application, attributed, kustomization, settings } from './attributed.ts'

const test = suite('deliveries that other deliveries change')

const sync = (cluster: string, rest = '') => kustomization('flux-system', `./clusters/${cluster}`, rest)

/** A patch of all Kustomizations. */
const patching = (spec: string) =>
  `, patches: [{target: {kind: Kustomization}, patch: "kind: Kustomization\\nmetadata: {name: any}\\nspec: {${spec}}\\n"}]`

test('a Kustomization patches the paths of those it delivers, in each cluster otherwise', () => {
  const { clusters, deliveries } = attributed({
    'clusters/east/flux-system/gotk-sync.yaml': sync('east'),
    'clusters/east/all.yaml': kustomization('all', './tenants', patching('path: ./apps/east')),
    'clusters/west/flux-system/gotk-sync.yaml': sync('west'),
    'clusters/west/all.yaml': kustomization('all', './tenants', patching('path: ./apps/west')),
    'tenants/apps.yaml': kustomization('apps', './apps'),
    'apps/east/1.yaml': settings,
    'apps/west/1.yaml': settings,
  })
  assert.equal([clusters['apps/east/1.yaml'], clusters['apps/west/1.yaml']], [['east'], ['west']])
  assert.equal(
    deliveries.filter(([title]) => title === 'Kustomization flux-system/apps'),
    [
      ['Kustomization flux-system/apps', 'apps/east', 'east'],
      ['Kustomization flux-system/apps', 'apps/west', 'west'],
    ],
  )
})

test('what a patched Kustomization delivers is patched by it in turn', () => {
  const { clusters } = attributed({
    'clusters/east/flux-system/gotk-sync.yaml': sync(
      'east',
      patching('path: ./second').replace('kind: Kustomization}', 'name: first}'),
    ),
    'clusters/east/first.yaml': kustomization('first', './nowhere', patching('path: ./fourth')),
    'second/third.yaml': kustomization('third', './nowhere'),
    'fourth/1.yaml': settings,
  })
  assert.equal(clusters['fourth/1.yaml'], ['east'])
})

test('a patch that sends a child to another cluster, or takes it away, is followed', () => {
  const files = (patch: string) => ({
    'clusters/east/flux-system/gotk-sync.yaml': sync('east'),
    'clusters/east/all.yaml': kustomization('all', './tenants', patch),
    'tenants/apps.yaml': kustomization('apps', './apps', ', kubeConfig: {secretRef: {name: north}}'),
    'apps/1.yaml': settings,
  })
  const west = attributed(files(patching('kubeConfig: {secretRef: {name: west}}')))
  assert.equal(west.clusters['apps/1.yaml'], ['west'])
  const gone = attributed(
    files(
      ', patches: [{target: {name: apps}, patch: "$patch: delete\\nkind: any\\nmetadata: {name: any}\\n"}]',
    ),
  )
  assert.equal(gone.clusters['apps/1.yaml'], undefined)
  assert.not(gone.deliveries.some(([title]) => title === 'Kustomization flux-system/apps'))
})

test('what Flux syncs first may patch itself, and is then what comes of that', () => {
  const { clusters, deliveries } = attributed({
    'clusters/east/flux-system/gotk-sync.yaml': sync('east'),
    'clusters/east/flux-system/kustomization.yaml': `resources: [gotk-sync.yaml]
patches:
  - target: {kind: Kustomization, name: flux-system}
    patch: |
      - op: add
        path: /spec/patches
        value:
          - target: {kind: Kustomization, name: apps}
            patch: |
              - {op: replace, path: /spec/path, value: ./apps/east}
`,
    'clusters/east/apps.yaml': kustomization('apps', './apps'),
    'apps/east/1.yaml': settings,
    'apps/west/1.yaml': settings,
  })
  assert.equal([clusters['apps/east/1.yaml'], clusters['apps/west/1.yaml']], [['east'], undefined])
  assert.equal(deliveries, [
    ['Kustomization flux-system/flux-system', 'clusters/east', 'east'],
    ['Kustomization flux-system/apps', 'apps/east', 'east'],
  ])
})

test('where what Flux syncs first is patched with all it delivers, each comes once', () => {
  const inKustomization = (spec: string) =>
    `resources: [gotk-sync.yaml, apps.yaml]
patches:
  - target: {kind: Kustomization}
    patch: |
      kind: Kustomization
      metadata: {name: any}
      spec: {${spec}}
`
  const further = 'patches: [{target: {name: apps}, patch: "- {op: add, path: /spec/wait, value: true}"}]'
  for (const spec of ['timeout: 5m', further]) {
    const { deliveries } = attributed({
      'clusters/east/gotk-sync.yaml': sync('east'),
      'clusters/east/apps.yaml': kustomization('apps', './apps', ', targetNamespace: shop'),
      'clusters/east/kustomization.yaml': inKustomization(spec),
      'apps/1.yaml': settings,
    })
    assert.equal([...deliveries].sort(), [
      ['Kustomization flux-system/apps', 'apps', 'east'],
      ['Kustomization flux-system/flux-system', 'clusters/east', 'east'],
    ])
  }
})

test('what a kustomization makes of an Application or Kustomization counts, where all of it is known', () => {
  const files = (resources: string) => ({
    'clusters/hub/flux-system/gotk-sync.yaml': sync('hub'),
    'clusters/hub/argocd.yaml': kustomization('argocd', './argocd/hub'),
    'argocd/hub/kustomization.yaml': `resources: [${resources}]\npatches: [{target: {kind: Application}, patch: '[{"op": "replace", "path": "/spec/source/path", "value": "own/hub"}]'}]\n`,
    'argocd/base/apps.yaml': application('own', 'server: https://kubernetes.default.svc', 'own'),
    'argocd/base/kustomization.yaml': 'resources: [apps.yaml]\n',
    'own/hub/1.yaml': settings,
  })
  assert.equal(attributed(files('../base')).clusters['own/hub/1.yaml'], ['hub'])
  const open = attributed(files('../base, https://example.com/more.yaml'))
  assert.equal(open.clusters['own/hub/1.yaml'], undefined)
  assert.equal(open.deliveries.at(-1), [
    'Application argocd/own',
    'own',
    '? argocd/hub/kustomization.yaml patches it',
  ])
})

test('Kustomizations that deliver and patch each other come to an end', () => {
  const suffix = ', nameSuffix: -x'
  const { deliveries } = attributed({
    'clusters/east/flux-system/gotk-sync.yaml': sync('east'),
    'clusters/east/a.yaml': kustomization('a', './b', suffix),
    'b/b.yaml': kustomization('b', './c', suffix),
    'c/c.yaml': kustomization('c', './b', suffix),
  })
  assert.ok(deliveries.length < 30)
})

test('Kustomizations that all deliver and change each other come in no more forms than there are pairs of them', () => {
  for (const number of [4, 8]) {
    const names = Array.from({ length: number }, (_, index) => `k${index}`)
    const units = names.map(
      name =>
        [
          `clusters/east/${name}.yaml`,
          kustomization(name, './clusters/east', `, commonMetadata: {labels: {by: ${name}}}`),
        ] as const,
    )
    const { deliveries } = attributed({
      'clusters/east/flux-system/gotk-sync.yaml': sync('east'),
      ...Object.fromEntries(units),
    })
    assert.ok(deliveries.length > number)
    assert.ok(deliveries.length <= (number + 1) ** 2, `${deliveries.length} deliveries`)
  }
})

test('files that lint.clusters gives to a cluster hold what the cluster gets of them', () => {
  const { deliveries } = attributed(
    {
      'east/all.yaml': kustomization('all', './east/tenants', patching('path: ./apps/east')),
      'east/tenants/apps.yaml': kustomization('apps', './apps'),
      'apps/east/1.yaml': settings,
    },
    { given: path => (path.startsWith('east/') ? [{ cluster: 'east', by: 'listed' }] : []) },
  )
  assert.equal(deliveries, [
    ['Kustomization flux-system/all', 'east/tenants', 'east'],
    ['Kustomization flux-system/apps', 'apps/east', 'east'],
  ])
})

test.run()
