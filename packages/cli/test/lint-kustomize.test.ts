import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { inSandbox, type Sandbox } from './sandbox.ts'

const test = suite('lint, kustomizations')

const exported =
  'apiVersion: application-networking.k8s.aws/v1alpha1\nkind: ServiceExport\nmetadata:\n  name: cart\n'
const federated = 'commonAnnotations: {application-networking.k8s.aws/federation: amazon-vpc-lattice}\n'
const application = (name: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: ${name}, namespace: argocd}
spec:
  project: default
  source: {repoURL: "https://github.com/acme/fleet", path: apps/${name}, targetRevision: main}
  destination: {name: ${name}, namespace: shop}
`

/** A base, an overlay that is right, and one that leaves out the annotation without which the controller ignores an export. */
function overlays({ put, git }: Sandbox): void {
  git('init', '-q')
  put('apps/base/kustomization.yaml', 'resources: [export.yaml]\n')
  put('apps/base/export.yaml', exported)
  put(
    'apps/east/kustomization.yaml',
    `namespace: shop\nnamePrefix: east-\nresources: [../base]\n${federated}`,
  )
  put('apps/west/kustomization.yaml', 'namespace: shop\nnamePrefix: west-\nresources: [../base]\n')
}

/** What is said of the base and its overlays. */
const said = (out: string): readonly string[] =>
  out.split('\n').filter(line => /^apps\S+ (error|warning|info): /.test(line))

test(
  'what an overlay makes is judged where engines deliver it, and its base is read though nothing selects it',
  inSandbox(async box => {
    overlays(box)
    const wrong =
      /^apps\/base\/export\.yaml:3:1: error: ServiceExport shop\/west-cart has no annotation .*\[lattice\/export-without-federation\]$/
    const globs = ['--cluster', 'east=apps/east/**', '--cluster', 'west=apps/west/**']
    const selected = said((await espalier(box.root, 'lint', ...globs)).out)
    assert.equal([selected.length, wrong.test(selected[0] ?? '')], [1, true])
    box.put('argocd/apps.yaml', `${application('east')}---\n${application('west')}`)
    const delivered = await espalier(box.root, 'lint', '.')
    assert.equal([said(delivered.out).length, wrong.test(said(delivered.out)[0] ?? '')], [1, true])
    assert.not.match(delivered.out, /in apps\/base belong/)
  }),
)

const everywhere = (...clusters: string[]): string => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: all, namespace: argocd}
spec:
  goTemplate: true
  generators: [{list: {elements: [${clusters.map(name => `{name: ${name}}`).join(', ')}]}}]
  template:
    metadata: {name: "all-{{.name}}"}
    spec:
      project: default
      source: {repoURL: "https://github.com/acme/fleet", path: apps/base, targetRevision: main}
      destination: {name: "{{.name}}", namespace: shop}
`

test(
  'what is wrong in a base is one finding, however many clusters it is delivered to, and known when another follows',
  inSandbox(async box => {
    box.put('apps/base/kustomization.yaml', 'resources: [export.yaml]\n')
    box.put('apps/base/export.yaml', exported)
    box.put('argocd/all.yaml', everywhere('west', 'east'))
    box.commit()
    const linted = (...args: string[]) => espalier(box.root, 'lint', '.', ...args)
    const { out } = await linted()
    assert.match(said(out).join('\n'), /^apps[^\n]* \(in clusters east, west\) {2}\[lattice[^\n]*$/)
    assert.match(out, '\n1 error in ')
    assert.is((await linted('--write-baseline', 'known.json')).code, 0)
    box.put('argocd/all.yaml', everywhere('west', 'centre'))
    const known = await linted('--baseline', 'known.json')
    assert.equal([known.code, known.out.includes('; 1 finding in the baseline')], [0, true], known.out)
    const since = await linted('--since', 'HEAD')
    assert.equal([since.code, since.out.includes('; 1 finding as before')], [0, true], since.out)
  }),
)

test(
  'links are not followed, and nothing outside of the repository is read',
  inSandbox(async box => {
    const { root, put, git } = box
    put('secret.yaml', 'apiVersion: v1\nkind: Secret\nmetadata: {name: outside}\ndata: {a: eA==}\n')
    put('repository/k/export.yaml', exported)
    put(
      'repository/k/kustomization.yaml',
      `resources: [export.yaml, link.yaml, ../../secret.yaml, ../folder]\n${federated}`,
    )
    git('init', '-q', 'repository')
    symlinkSync('../../secret.yaml', join(root, 'repository/k/link.yaml'))
    symlinkSync('..', join(root, 'repository/folder'))
    const { code, out } = await espalier(join(root, 'repository'), 'lint', '--cluster', 'east=k/**')
    assert.is(code, 1)
    assert.match(out, 'error: ../../secret.yaml leads out of the repository')
    assert.match(out, 'info: link.yaml is a link or no regular file, and is not followed')
    assert.match(out, 'info: ../folder is a link or no regular file, and is not followed')
    assert.not.match(out, /outside|secret-data/)
  }),
)

test.run()
