import { writeFileSync } from 'node:fs'
import { readYaml } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { build } from '../src/kustomize/build.ts'
import { filesOf } from '../src/kustomize/files-of.ts'
import { comparable } from './comparable.ts'
import { foldersWith, kustomizeRoot, kustomizeSources, textOf } from './kustomize-fixtures.ts'

const test = suite('building kustomizations')
const files = filesOf(kustomizeSources)

for (const folder of foldersWith('expected.yaml')) {
  test(`${folder} is built to what kustomize makes of it`, () => {
    const file = `${folder}/expected.yaml`
    const expected = readYaml({ file, text: textOf(file) }).documents.map(({ value }) => value)
    const { documents, remarks } = build(folder, files)
    assert.equal(
      remarks.filter(({ kind }) => kind === 'broken').map(({ message }) => message),
      [],
    )
    const isGenerated = folder.startsWith('generators')
    assert.equal(
      comparable(
        documents.map(({ value }) => value),
        isGenerated,
      ),
      comparable(expected, isGenerated),
    )
  })
}

for (const folder of foldersWith('refused')) {
  test(`${folder} is refused, as kustomize does`, () => {
    const broken = build(folder, files).remarks.filter(({ kind }) => kind === 'broken')
    const said = broken.map(({ at, message }) => `${at.source.file}: ${message}\n`).join('')
    if (process.env.UPDATE === '1') writeFileSync(`${kustomizeRoot}${folder}/refused`, said)
    assert.ok(broken.length > 0)
    assert.fixture(said, textOf(`${folder}/refused`))
  })
}

test.run()
