import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readTags } from '../src/fleet/tags.ts'

const test = suite('tags')

const tags = (text: string) => Object.fromEntries(readTags(text).tags)
const dropped = (text: string) =>
  readTags(text).dropped.map(({ pair, why }) => `${pair.slice(0, 20)}: ${why}`)
const numbered = (count: number) => [...Array(count).keys()].map(number => `k${number}=v`)

test('pairs are split at commas and at their first equals sign, and trimmed', () => {
  assert.equal(tags(' team = shop ,query=a=b,, '), { team: 'shop', query: 'a=b' })
  assert.equal(dropped(' team = shop ,query=a=b,, '), [])
  assert.equal(tags(''), {})
})

test('what is no pair, or empty on a side, is dropped', () => {
  assert.equal(dropped('team: shop,=v,k=,k'), [
    'team: shop: it has no "="',
    '=v: its key is empty',
    'k=: its value is empty',
    'k: it has no "="',
  ])
})

test('letters and digits of any script are taken, other characters only if AWS takes them', () => {
  assert.equal(tags('größe=٣ L_.:/+-@'), { größe: '٣ L_.:/+-@' })
  assert.equal(dropped('owner=a*b'), ['owner=a*b: tags take no "*"'])
})

test('lengths are counted in bytes', () => {
  assert.equal(dropped(`${'k'.repeat(128)}=${'v'.repeat(256)},${'ü'.repeat(64)}=v`), [])
  assert.equal(dropped(`${'ü'.repeat(65)}=v`), [`${'ü'.repeat(20)}: its key is longer than 128 bytes`])
  assert.equal(dropped(`k=${'v'.repeat(257)}`), [`k=${'v'.repeat(18)}: its value is longer than 256 bytes`])
})

test('of two pairs with one key the first counts', () => {
  assert.equal(tags('k=1,k=2'), { k: '1' })
  assert.equal(dropped('k=1,k=2'), ['k=2: its key is there already'])
})

test('reserved keys are dropped, yet count among the 50', () => {
  const reserved = ['AWS:team=shop', 'application-networking.k8s.aws/ManagedBy=me']
  assert.equal(dropped(reserved.join(',')), [
    'AWS:team=shop: its key is reserved',
    'application-networki: its key is reserved',
  ])
  assert.equal(dropped(numbered(50).join(',')), [])
  assert.equal(dropped([...reserved, ...numbered(50)].join(',')), [
    'k48=v: it comes after 50 others',
    'k49=v: it comes after 50 others',
    'AWS:team=shop: its key is reserved',
    'application-networki: its key is reserved',
  ])
})

test.run()
