import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readYaml } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { field, list, record, text } from '../src/fleet/fields.ts'
import { comparable } from './comparable.ts'
import { fluxFixtures, fluxRoot } from './flux-fixtures.ts'

// expected.yaml was written by github.com/fluxcd/pkg/kustomize v1.41.0, which is what kustomize-controller builds with. This asks kustomize
// for the same, with the fields of the Kustomization written into the kustomization of its path.

const test = suite('kustomize, with the fields of Flux')
const program = process.env.ESPALIER_KUSTOMIZE ?? 'kustomize'
const isThere = spawnSync(program, ['version']).status === 0
if (!isThere)
  process.stdout.write(
    'kustomize is not on the PATH, nor named by ESPALIER_KUSTOMIZE: what it makes of fields of Flux is not asked for\n',
  )

// commonMetadata is no field of kustomize, and what Flux passes over kustomize refuses.
const others = ['common-metadata', 'passed-over']

const valueIn = (file: string): unknown =>
  readYaml({ file, text: readFileSync(file, 'utf8') }).documents[0]?.value

const objectsIn = (yaml: string) =>
  comparable(
    readYaml({ file: 'objects.yaml', text: yaml }).documents.map(({ value }) => value),
    false,
  )

function withFields(folder: string): unknown {
  const spec = field(valueIn(join(folder, 'flux.yaml')), 'spec')
  const own = record(valueIn(join(folder, 'apps/kustomization.yaml')))
  const isThere = (path: unknown) => existsSync(join(folder, 'apps', text(path) ?? ''))
  const { targetNamespace, namePrefix, nameSuffix } = record(spec)
  return {
    ...own,
    ...(targetNamespace !== undefined && { namespace: targetNamespace }),
    ...(namePrefix !== undefined && { namePrefix }),
    ...(nameSuffix !== undefined && { nameSuffix }),
    components: [...list(own.components), ...list(field(spec, 'components')).filter(isThere)],
    patches: [...list(own.patches), ...list(field(spec, 'patches'))],
  }
}

test('kustomize makes of each fixture what is kept beside it', () => {
  if (!isThere) return
  for (const fixture of fluxFixtures.filter(one => !others.includes(one))) {
    const folder = mkdtempSync(join(tmpdir(), 'espalier-flux-'))
    try {
      cpSync(fluxRoot + fixture, folder, { recursive: true })
      const apps = join(folder, 'apps')
      const file = join(apps, 'kustomization.yaml')
      if (!existsSync(file)) spawnSync(program, ['create', '--autodetect', '--recursive'], { cwd: apps })
      writeFileSync(file, JSON.stringify(withFields(folder)))
      const { stdout } = spawnSync(program, ['build', apps], { encoding: 'utf8' })
      const expected = readFileSync(`${fluxRoot}${fixture}/expected.yaml`, 'utf8')
      // Only the order is another.
      assert.equal(objectsIn(stdout), objectsIn(expected), fixture)
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
})

test.run()
