import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { application, kustomization } from './engine-objects.ts'
import { fleetOf, manifest } from './fleet-of.ts'

const test = suite('what goes through kustomize')

const settings = manifest('v1 ConfigMap shop/m')
const ofFlux = kustomization('u', 'path: a/apps')
const ofArgo = application(
  'apps',
  'destination: {name: a, namespace: shop}, source: {repoURL: "https://github.com/acme/fleet", path: a/apps}',
)

/** The files whose objects kustomize reads first. */
const through = (units: string) => {
  const { entries } = fleetOf({
    'a/units.yaml': units,
    'a/apps/m.yaml': settings,
    'a/other/m.yaml': settings,
  })
  return entries.filter(({ viaKustomize }) => viaKustomize).map(({ place }) => place.source.file)
}

test('it is what nobody but Flux applies', () => {
  assert.equal(through(ofFlux), ['a/apps/m.yaml'])
  assert.equal(through(ofArgo), [])
  assert.equal(through(ofFlux + ofArgo), [])
  assert.equal(through(ofFlux + ofArgo.replaceAll('a/apps', 'a/other')), ['a/apps/m.yaml'])
})

test.run()
