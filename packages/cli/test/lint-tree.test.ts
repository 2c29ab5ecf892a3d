import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { inSandbox, rendered, type Sandbox } from './sandbox.ts'

// Which files `lint` reads without being told, and how it counts them.

const test = suite('lint, the tree')

const topology = readFileSync(new URL('../../../fixtures/cli/shop/topology.yaml', import.meta.url), 'utf8')
const settings = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop}\n'
const listing = (...globs: string[]) =>
  `${topology}lint: {clusters: {config: {files: ${JSON.stringify(globs)}}}}\n`

const withTree = (body: (box: Sandbox) => Promise<void>) =>
  inSandbox(async box => {
    box.put('topology.yaml', topology)
    assert.is((await espalier(box.root, 'render')).code, 0)
    return body(box)
  })

const warnings = async (root: string, ...args: string[]) =>
  JSON.parse((await espalier(root, 'lint', '--format', 'json', ...args)).out)
    .findings.filter((one: { severity: string }) => one.severity === 'warning')
    .map((one: { file: string; message: string }) => [one.file, one.message])

test(
  'manifests beside the folders of clusters are found, once for each folder, with the cluster that was meant',
  withTree(async ({ root, put }) => {
    put('.git/HEAD', '')
    put('clusters/worklod-1/lattice/a.yaml', settings)
    put('clusters/worklod-1/lattice/b.yaml', settings)
    put('clusters/c.yaml', settings)
    const found = [
      ['clusters/c.yaml', '1 manifest directly in clusters, which is the folder of no cluster'],
      [
        'clusters/worklod-1/lattice/a.yaml',
        '2 manifests in clusters/worklod-1, which is the folder of no cluster; did you mean "workload-1"?',
      ],
    ]
    assert.equal(await warnings(root), found)
    assert.equal(await warnings(root, 'clusters'), found)
    const [[file] = []] = await warnings(`${root}/clusters/worklod-1/lattice`, 'a.yaml')
    assert.is(file, 'a.yaml')
    assert.match((await espalier(root, 'lint', '--fail-on', 'info')).out, /\n2 warnings in /)
  }),
)

test(
  'folders of another topology, without manifests or listed for a cluster are none of it',
  withTree(async ({ root, put }) => {
    put('clusters/east/lattice/a.yaml', rendered(settings, 'other', 'east'))
    put('clusters/east/apps/b.yaml', settings)
    put('clusters/d.yaml', rendered(settings, 'other', 'east'))
    put('clusters/chart/templates/c.yaml', '{{ if .Values.on }}\n')
    put('clusters/chart/values.yaml', 'replicas: 1\n')
    put('clusters/chart/data.json', '[1]')
    put('clusters/.hidden/a.yaml', settings)
    put('clusters/apps/a.yaml', settings)
    put('topology.yaml', listing('clusters/apps/*'))
    assert.equal(await espalier(root, 'lint', '--fail-on', 'info').then(({ code, err }) => [code, err]), [
      0,
      '',
    ])
  }),
)

test(
  'globs that select nothing are said, and such as lead out of the repository refused',
  withTree(async ({ root, put }) => {
    put('.git/HEAD', '')
    put('sub/topology.yaml', listing('apps/**', '*.yml', 'more'))
    put('sub/more/a.yaml', settings)
    put('sub/clusters/x.txt', '')
    const odd = await espalier(`${root}/sub`, 'lint')
    assert.equal(
      odd.err,
      'espalier lint: topology.yaml: lint.clusters.config.files: "apps/**" selects no YAML file\n' +
        'espalier lint: topology.yaml: lint.clusters.config.files: "*.yml" selects no YAML file\n',
    )
    assert.not.match(odd.out, 'sub/more')
    put('outside/a.yaml', settings)
    put('repo/.git/HEAD', '')
    mkdirSync(join(root, 'repo/apps'))
    symlinkSync('../outside', join(root, 'repo/link'))
    symlinkSync('../../outside/a.yaml', join(root, 'repo/apps/a.yaml'))
    const globs = ['../outside/*.yaml', '../nowhere/*', 'x/../../outside', `${root}/outside/a.yaml`]
    for (const glob of [...globs, 'link', 'link/*.yaml']) {
      put('repo/topology.yaml', listing(glob))
      const { code, out, err } = await espalier(`${root}/repo`, 'lint')
      assert.equal([code, out], [2, ''], glob)
      assert.match(err, `config.files: "${glob}": it leads out of the repository's root`)
    }
    put('repo/topology.yaml', listing('apps/a.yaml'))
    assert.match((await espalier(`${root}/repo`, 'lint')).err, '"apps/a.yaml" selects no YAML file')
  }),
)

test(
  'files and manifests that two topologies or two clusters share are counted once',
  inSandbox(async ({ root, put }) => {
    const shared = 'lint: {clusters: {config: {files: [shared]}, workload-1: {files: [shared]}}}\n'
    const other = topology.replace('name: shop', 'name: kiosk').replace('revision', 'path: other\n  revision')
    put('a.yaml', `${topology}${shared}`)
    put('b.yaml', `${other}${shared}`)
    put('shared/a.yaml', `${settings}---\n${settings.replace('name: a', 'name: b')}`)
    const args = ['--topology', 'a.yaml', '--topology', 'b.yaml', '--format', 'json']
    const { summary } = JSON.parse((await espalier(root, 'lint', ...args)).out)
    assert.equal([summary.files, summary.manifests, summary.clusters], [1, 2, 2])
  }),
)

test.run()
