import { lint } from '@espalier/linter'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { application } from './engine-objects.ts'
import { fleetOf } from './fleet-of.ts'

const test = suite('values of the controller’s chart')

const chart =
  'repoURL: public.ecr.aws/aws-application-networking-k8s, chart: aws-gateway-controller-chart, targetRevision: v2.1.3'

const seconds = (helm: string) => {
  const text = application('controller', `destination: {name: a}, source: {${chart}, helm: {${helm}}}`)
  const { findings } = lint([fleetOf({ 'a/app.yaml': text })])
  const [found] = findings.filter(({ rule }) => rule === 'lattice/resync-too-short')
  return Number(found?.message.match(/Seconds (\d+)/)?.[1] ?? 0)
}

const parameter = (value: string) => `parameters: [{name: reconcileDefaultResyncSeconds, value: "${value}"}]`
const object = (value: string) => `valuesObject: {reconcileDefaultResyncSeconds: ${value}}`
const text = (value: string) => `values: "reconcileDefaultResyncSeconds: ${value}"`

test('values are read in each of their forms', () => {
  assert.equal([parameter('1'), object('2'), object('"3"'), text('4')].map(seconds), [1, 2, 3, 4])
})

test('parameters win over the object, and that one over the text', () => {
  assert.is(seconds([parameter('600'), object('2'), text('3')].join(', ')), 0)
  assert.is(seconds([parameter('1'), object('600')].join(', ')), 1)
  assert.is(seconds([object('600'), text('3')].join(', ')), 0)
  assert.is(seconds([object('2'), text('600')].join(', ')), 2)
})

test('what is left to be filled in, or is no number at all, is not judged', () => {
  const odd = [`"\${RESYNC}"`, '"{{ .resync }}"', 'null', '{}', '[30]', 'soon', '""', '-1', '60']
  assert.equal(
    odd.map(object).map(seconds),
    odd.map(() => 0),
  )
  assert.is(seconds('values: "{ no yaml"'), 0)
})

test.run()
