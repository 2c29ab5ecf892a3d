import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type FileTree, readYaml, syncedFolder } from '@espalier/model'
import { readTopology } from '@espalier/model/topology'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

// Follows kustomizations as kustomize-controller does, from the folder that each Flux syncs: what is applied, and how often.
// Source: fluxcd/pkg kustomize/kustomize_generator.go (scanManifests).

const test = suite('what Flux applies')
const fixtures = fileURLToPath(new URL('../../../fixtures/render', import.meta.url))

for (const name of readdirSync(fixtures).filter(name => name.includes('flux'))) {
  const files = treeBelow(`${fixtures}/${name}/expected`)
  const text = readFileSync(`${fixtures}/${name}/topology.yaml`, 'utf8')
  const { value: model } = readTopology({ file: 'topology.yaml', text }, path =>
    readFileSync(`${fixtures}/${name}/${path}`, 'utf8'),
  )

  test(`${name}: every file of every cluster is applied exactly once`, () => {
    assert.ok(model)
    const once: string[] = []
    for (const cluster of model.clusters) {
      const applied = follow(files, syncedFolder(model, cluster), model.gitops.flux.source.name)
      assert.equal(
        applied.filter((file, at) => applied.indexOf(file) !== at),
        [],
        `twice in ${cluster.name}`,
      )
      once.push(...applied)
    }
    const lists = (file: string): boolean => /(^|\/)kustomization\.yaml$/.test(file)
    const due = [...files.keys()].filter(file => !lists(file)).sort()
    assert.equal([...new Set(once)].sort(), due)
  })
}

/** The files applied from a folder, and from every folder that a Kustomization among them names. */
function follow(files: FileTree, folder: string, source: string): readonly string[] {
  const applied = resourcesOf(files, folder)
  const folders = applied
    .flatMap(file => documentsOf(files, file))
    .flatMap(({ apiVersion, kind, spec }) => {
      const ours = apiVersion?.startsWith('kustomize.toolkit.fluxcd.io/') && spec?.sourceRef?.name === source
      const path = spec?.path?.replace(/^\.\//, '')
      // The path of the root itself, and those of other repositories, lead no further.
      const here =
        path !== undefined && path !== folder && [...files.keys()].some(file => file.startsWith(`${path}/`))
      return ours && kind === 'Kustomization' && here ? [path] : []
    })
  return [...applied, ...folders.flatMap(one => follow(files, one, source))]
}

function resourcesOf(files: FileTree, folder: string): readonly string[] {
  const own = `${folder}/kustomization.yaml`
  if (files.has(own)) {
    const [list] = documentsOf(files, own)
    return (list?.resources ?? []).flatMap(one =>
      files.has(`${folder}/${one}`) ? [`${folder}/${one}`] : resourcesOf(files, `${folder}/${one}`),
    )
  }
  const below = [...files.keys()]
    .filter(file => file.startsWith(`${folder}/`))
    .map(file => file.slice(folder.length + 1).split('/'))
  const direct = below.filter(steps => steps.length === 1).map(([name]) => `${folder}/${name}`)
  const folders = new Set(below.filter(steps => steps.length > 1).map(([name]) => `${folder}/${name}`))
  return [...direct, ...[...folders].flatMap(one => resourcesOf(files, one))]
}

interface Document {
  readonly apiVersion?: string
  readonly kind?: string
  readonly resources?: readonly string[]
  readonly spec?: { readonly path?: string; readonly sourceRef?: { readonly name: string } }
}

function documentsOf(files: FileTree, file: string): readonly Document[] {
  return readYaml({ file, text: files.get(file) ?? '' }).documents.map(({ value }) => value as Document)
}

function treeBelow(folder: string): FileTree {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const paths = files
    .map(entry => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1).replaceAll('\\', '/'))
    .sort()
  return new Map(paths.map(path => [path, readFileSync(`${folder}/${path}`, 'utf8')]))
}

test.run()
