import { attribute, lint, readFleet, readTexts } from '@espalier/linter'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { repositoryOf } from './repository-of.ts'

// Every field of every object of an engine, replaced by every kind of value: what that means nobody knows, and nothing may throw.

const test = suite('odd values in objects of engines')

const url = 'https://github.com/acme/fleet'
const source = { repoURL: url, path: 'a', targetRevision: 'main', directory: { recurse: true, include: '*' } }
const named = (apiVersion: string, kind: string, spec: object, more: object = {}) => ({
  apiVersion,
  kind,
  metadata: { name: 'flux-system', namespace: 'flux-system' },
  spec,
  ...more,
})
const git = { kind: 'GitRepository', name: 'flux-system' }
const objects = [
  named('argoproj.io/v1alpha1', 'Application', {
    project: 'p',
    destination: { name: 'east', namespace: 'n' },
    source,
  }),
  named('argoproj.io/v1alpha1', 'Application', { destination: { server: 'https://x' }, sources: [source] }),
  named('argoproj.io/v1alpha1', 'AppProject', {
    destinations: [{ name: 'east', namespace: '*' }],
    sourceRepos: [url],
  }),
  named('argoproj.io/v1alpha1', 'ApplicationSet', {
    goTemplate: true,
    generators: [
      {
        list: { elements: [{ name: 'east' }], template: { spec: {} } },
        selector: { matchLabels: { name: 'east' } },
      },
      {
        clusters: {
          selector: { matchExpressions: [{ key: 'k', operator: 'In', values: ['v'] }] },
          values: { a: 'b' },
        },
      },
      { git: { repoURL: url, directories: [{ path: '*', exclude: false }], files: [{ path: '*/*.json' }] } },
      { matrix: { generators: [{ list: { elements: [{ a: 1 }] } }, { list: { elements: [{ b: 2 }] } }] } },
      { merge: { mergeKeys: ['a'], generators: [{ list: { elements: [{ a: 1 }] } }] } },
    ],
    template: { metadata: { name: 'x' }, spec: { destination: { name: '{{.name}}' }, source } },
  }),
  named(
    'v1',
    'Secret',
    {},
    {
      metadata: { name: 'c', labels: { 'argocd.argoproj.io/secret-type': 'cluster' } },
      data: { name: 'ZWFzdA==', server: 'aHR0cHM6Ly94' },
    },
  ),
  named('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', {
    path: './a',
    sourceRef: git,
    components: ['../b'],
    postBuild: { substitute: { a: 'b' } },
    targetNamespace: 'n',
    commonMetadata: { labels: { a: 'b' } },
    kubeConfig: { secretRef: { name: 'east' }, configMapRef: { name: 'c' } },
  }),
  named('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', {
    path: './own',
    sourceRef: { kind: 'ExternalArtifact', name: 'apps' },
  }),
  named('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', {
    path: './clusters/east',
    sourceRef: git,
    nameSuffix: '-x',
    patches: [
      {
        target: { kind: 'Kustomization', name: 'flux.*' },
        patch: '[{"op": "remove", "path": "/spec/path"}]',
      },
    ],
  }),
  named('source.extensions.fluxcd.io/v1beta1', 'ArtifactGenerator', {
    sources: [{ alias: 'repo', ...git }],
    artifacts: [{ name: 'apps', copy: [{ from: '@repo/a/**', to: '@artifact/own/' }] }],
  }),
  named('fluxcd.controlplane.io/v1', 'FluxInstance', { sync: { kind: 'GitRepository', url, path: 'a' } }),
  named('source.toolkit.fluxcd.io/v1', 'GitRepository', { url }),
  {
    resources: ['1.yaml', '../a'],
    patches: [{ path: '1.yaml', patch: 'destination' }],
    components: ['../b'],
  },
]
const odd = [
  null,
  -1,
  '',
  '../../..',
  '**',
  '{{ index }}',
  true,
  [],
  {},
  [null],
  [[]],
  [{}],
  { x: null },
  'a'.repeat(300),
]

function slotsOf(value: unknown): readonly (readonly [object, string])[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => [[value, key] as const, ...slotsOf(item)])
}

function lintAll(all: readonly object[]): number {
  const texts: readonly (readonly [string, string])[] = all.map((one, at) => [
    'apiVersion' in one ? `clusters/east/${at}.yaml` : 'a/kustomization.yaml',
    JSON.stringify(one),
  ])
  const files = [...texts, ['a/1.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n'] as const]
  const sources = files.map(([file, text]) => ({ file, text }))
  const read = readTexts(sources)
  const { clusters, deliveries } = attribute({
    repository: repositoryOf(sources),
    models: [],
    read,
    given: () => [],
  })
  const tagged = sources.flatMap(each =>
    (clusters.get(each.file) ?? ['']).map(cluster => ({ source: each, cluster, rendered: false })),
  )
  const names = [...new Set([...clusters.values()].flat())]
  const known = names.map(name => ({ name, role: 'unknown' as const, rendered: false, complete: false }))
  return lint([readFleet(tagged, known, undefined, { texts: read, deliveries })]).summary.manifests
}

test('are read over', () => {
  assert.ok(lintAll(objects) > 0)
  for (const [at, object] of objects.entries()) {
    for (const index of slotsOf(object).keys()) {
      // All of them in the long run, and by turns a few otherwise.
      const few = process.env.ESPALIER_LONG ? odd : odd.filter((_, turn) => (turn + index) % 7 === 0)
      for (const value of few) {
        const copy = structuredClone(objects)
        const [owner, key] = slotsOf(copy[at])[index] ?? [{}, '']
        Reflect.set(owner, key, value)
        assert.ok(
          lintAll(copy) > 0,
          `${JSON.stringify(value)} as ${key} of ${JSON.stringify(object).slice(0, 60)}`,
        )
      }
    }
  }
})

test.run()
