import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { render } from '@espalier/generator'
import type { FileTree } from '@espalier/model'
import { readTopology } from '@espalier/model/topology'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

// One folder a case: topology.yaml, and the tree it must render to. UPDATE=1 rewrites the trees; read the difference before committing.

const test = suite('golden trees')
const root = fileURLToPath(new URL('../../../fixtures/render', import.meta.url))

for (const name of readdirSync(root)) {
  test(`${name} renders to its expected tree, byte for byte`, () => {
    const folder = join(root, name)
    const tree = renderCase(folder)
    if (process.env.UPDATE) rewrite(folder, tree)
    const expected = readTree(join(folder, 'expected'))
    assert.equal([...tree.keys()], [...expected.keys()])
    for (const [file, text] of tree) assert.fixture(text, expected.get(file) ?? '', file)
  })
}

function renderCase(folder: string): FileTree {
  const text = readFileSync(join(folder, 'topology.yaml'), 'utf8')
  const { value, problems } = readTopology({ file: 'topology.yaml', text }, path =>
    readFileSync(join(folder, path), 'utf8'),
  )
  assert.equal(
    problems.map(problem => problem.message),
    [],
  )
  assert.ok(value)
  const rendering = render(value)
  assert.equal(
    rendering.problems.map(problem => problem.message),
    [],
  )
  return rendering.tree
}

/** Rendered files only: a case may hold foreign ones beside them. */
function readTree(folder: string): FileTree {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(file => [file.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(file, 'utf8')] as const)
    .filter(([, text]) => text.startsWith('# Rendered by Espalier'))
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function rewrite(folder: string, tree: FileTree): void {
  mkdirSync(join(folder, 'expected'), { recursive: true })
  for (const file of readTree(join(folder, 'expected')).keys())
    if (!tree.has(file)) rmSync(join(folder, 'expected', file))
  for (const [file, text] of tree) {
    const path = join(folder, 'expected', file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
}

test.run()
