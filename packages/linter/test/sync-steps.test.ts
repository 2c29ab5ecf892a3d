import { lint } from '@espalier/linter'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf, manifest } from './fleet-of.ts'

const test = suite('steps of a sync')

const noted = (words: string, notes: string, spec: string) =>
  manifest(words, spec).replace(/(metadata: \{.*)\}/, `$1, annotations: {${notes}}}`)
const gateway = (notes: string) =>
  noted('gateway.networking.k8s.io/v1 Gateway net/mesh', notes, 'spec: {gatewayClassName: lattice}\n')
const gatewayClass = (notes: string) =>
  noted(
    'gateway.networking.k8s.io/v1 GatewayClass lattice',
    notes,
    'spec: {controllerName: application-networking.k8s.aws/gateway-api-controller}\n',
  )
const wave = (value: string) => `argocd.argoproj.io/sync-wave: "${value}"`
const hook = (value: string) => `argocd.argoproj.io/hook: ${value}`

const isStuck = (first: string, second: string) =>
  lint([fleetOf({ 'config/1.yaml': gateway(first) + gatewayClass(second) })]).findings.some(
    ({ rule }) => rule === 'gitops/wave-before-what-it-needs',
  )

test('waves are whole numbers, and anything else is wave 0', () => {
  for (const [first, second] of [
    ['-1', '0'],
    ['0', '+1'],
    ['x', '1'],
    ['9', '10'],
  ] as const)
    assert.ok(isStuck(wave(first), wave(second)), `${first} before ${second}`)
  for (const [first, second] of [
    ['0', '-1'],
    ['0', 'x'],
    ['1.5', '0'],
    ['2', '1'],
    ['', ''],
  ] as const)
    assert.not(isStuck(wave(first), wave(second)), `${first} not before ${second}`)
})

test('a phase is over before the next one, whatever the waves', () => {
  assert.ok(isStuck(`${hook('PreSync')}, ${wave('9')}`, wave('-9')))
  assert.ok(isStuck(wave('0'), hook('PostSync')))
  assert.not(isStuck(hook('PostSync'), wave('5')))
  // These are applied twice, or in no sync.
  for (const one of ['Skip', 'SyncFail', '"PreSync,PostSync"']) assert.not(isStuck(hook(one), wave('5')), one)
})

test('what lies in another folder may be synced by itself', () => {
  const apart = { 'config/1.yaml': gateway(wave('0')), 'config/x/2.yaml': gatewayClass(wave('1')) }
  assert.equal(
    lint([fleetOf(apart)]).findings.filter(({ severity }) => severity === 'error'),
    [],
  )
})

test.run()
