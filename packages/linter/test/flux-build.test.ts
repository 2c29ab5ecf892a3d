import { readFileSync } from 'node:fs'
import { createLocate, readYaml, settle, within } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { comparable } from './comparable.ts'
import { fluxFixtures, fluxRoot, fluxSources, madeByFlux } from './flux-fixtures.ts'

const test = suite('what a Kustomization of Flux makes of its path')

for (const fixture of fluxFixtures) {
  test(`${fixture}: it is what kustomize-controller makes`, () => {
    const text = readFileSync(`${fluxRoot}${fixture}/expected.yaml`, 'utf8')
    const expected = readYaml({ file: 'expected.yaml', text }).documents.map(({ value }) => value)
    const made = madeByFlux(fluxSources(fixture))
    assert.ok(made)
    assert.equal(made.remarks, [])
    assert.equal(
      comparable(
        made.documents.map(({ value }) => value),
        false,
      ),
      comparable(expected, false),
    )
  })
}

test('findings point to the field of the Kustomization that says so', () => {
  const locate = createLocate()
  const where = (fixture: string, index: number, ...path: (string | number)[]) => {
    const document = madeByFlux(fluxSources(fixture))?.documents[index]
    assert.ok(document)
    const { file, line } = locate(settle(within(document.place, ...path)))
    return `${file}:${line}`
  }
  assert.is(where('target-namespace', 0, 'metadata', 'namespace'), 'flux.yaml:13')
  assert.is(where('target-namespace', 0, 'spec', 'parentRefs', 0, 'name'), 'apps/route.yaml:8')
  assert.is(where('patches', 0, 'spec', 'parentRefs', 0, 'name'), 'flux.yaml:17')
  assert.is(where('patches', 0, 'metadata', 'labels', 'tier'), 'apps/kustomization.yaml:4')
  assert.is(where('patches', 1, 'spec', 'type'), 'flux.yaml:24')
  assert.is(where('common-metadata', 0, 'metadata', 'labels', 'team'), 'flux.yaml:15')
  assert.is(where('without-kustomization', 0, 'spec', 'type'), 'flux.yaml:17')
})

test.run()
