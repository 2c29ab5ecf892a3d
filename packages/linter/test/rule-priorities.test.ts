import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { rulePriorities, simulatePriorities, writtenPriorities } from '../src/fleet/rule-priorities.ts'
import { fleetOf, manifest } from './fleet-of.ts'

const test = suite('rule priorities')

const simulated = (count: number, given: Readonly<Record<number, number>>) =>
  simulatePriorities(count, new Map(Object.entries(given).map(([rule, value]) => [Number(rule), value])))

test('without numbers the position counts', () => {
  assert.equal(simulated(3, {}), [1, 2, 3])
  assert.equal(simulated(0, {}), [])
})

test('where every rule has a number, that is its priority', () => {
  assert.equal(simulated(3, { 0: 30, 1: 10, 2: 20 }), [30, 10, 20])
})

test('the others count on from the last that has a number, not from the highest', () => {
  assert.equal(simulated(3, { 0: 11, 1: 10 }), [11, 10, 11])
  assert.equal(simulated(4, { 2: 1 }), [2, 3, 1, 4])
  assert.equal(simulated(4, { 0: 99 }), [99, 100, 101, 102])
})

const annotated = (annotations: string, rules = '{}, {}') => {
  const spec = `spec: {rules: [${rules}]}\n`
  const text = manifest('gateway.networking.k8s.io/v1 HTTPRoute shop/cart', spec)
  const fleet = fleetOf({ 'a/x.yaml': text.replace('shop}', `shop, annotations: {${annotations}}}`) })
  return fleet.entries
}
const key = (rule: string) => `application-networking.k8s.aws/rule-${rule}-priority`

test('numbers are read as Go reads them, signs and leading zeros included', () => {
  const texts = ['7', '+7', '-7', '007', ' 7', '7.0', '1e1', '']
  const values = texts.map(text =>
    annotated(`${key('0')}: '${text}'`).flatMap(route => writtenPriorities(route).map(({ value }) => value)),
  )
  assert.equal(values, [[7], [7], [-7], [7], [undefined], [undefined], [undefined], [undefined]])
})

test('keys name rules as the controller writes them, and come in the order of the rules', () => {
  const keys = [`${key('10')}: '1'`, `${key('2')}: '2'`, `${key('01')}: '3'`, `${key('x')}: '4'`]
  const rules = annotated(keys.join(', ')).flatMap(writtenPriorities)
  assert.equal(
    rules.map(({ rule }) => rule),
    [2, 10],
  )
})

test('numbers of rules that are not there count for nothing, and one that cannot be read leaves all unsure', () => {
  assert.equal(annotated(`${key('2')}: '9'`).map(rulePriorities), [[1, 2]])
  assert.equal(annotated(`${key('0')}: first`).map(rulePriorities), [undefined])
  assert.equal(annotated(`${key('2')}: first`).map(rulePriorities), [[1, 2]])
})

test.run()
