import { spawnSync } from 'node:child_process'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { foldersWith, kustomizeRoot, textOf } from './kustomize-fixtures.ts'

// expected.yaml is what kustomize prints; this asks it again. Written with v5.8.1.

const test = suite('kustomize itself')
const program = process.env.ESPALIER_KUSTOMIZE ?? 'kustomize'
const isThere = spawnSync(program, ['version']).status === 0
if (!isThere)
  process.stdout.write(
    'kustomize is not on the PATH, nor named by ESPALIER_KUSTOMIZE: its output is not asked for again\n',
  )

const run = (folder: string) => spawnSync(program, ['build', kustomizeRoot + folder], { encoding: 'utf8' })

test('kustomize builds every fixture to the objects that are kept beside it', () => {
  if (!isThere) return
  for (const folder of foldersWith('expected.yaml'))
    assert.fixture(run(folder).stdout, textOf(`${folder}/expected.yaml`), folder)
})

test('kustomize refuses every fixture that is said to be refused', () => {
  if (!isThere) return
  for (const folder of foldersWith('refused')) assert.is.not(run(folder).status, 0, folder)
})

test.run()
