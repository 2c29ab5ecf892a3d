import { latticeServiceName, refusedNetworkName, refusedServiceName } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('names of Lattice')

const service = (name: string, namespace = 'shop') => latticeServiceName({ name, namespace })

test('a service is named for its route: 20 characters of the name, 18 of the namespace', () => {
  assert.is(service('cart'), 'cart-shop')
  assert.is(service('abcdefghijklmnopqrst'), 'abcdefghijklmnopqrst-shop')
  assert.is(service('abcdefghijklmnopqrstu'), 'abcdefghijklmnopqrst-shop')
  assert.is(service('checkout-for-everyone-a'), 'checkout-for-everyon-shop')
  assert.is(service('cart', 'abcdefghijklmnopqr'), 'cart-abcdefghijklmnopqr')
  assert.is(service('cart', 'team-payments-production'), 'cart-team-payments-prod')
  assert.is(service('x'.repeat(253), 'y'.repeat(63)).length, 39)
})

test('hyphens are trimmed off both ends of each part, after the cut', () => {
  assert.is(service('abcdefghijklmnopqrs-tuv'), 'abcdefghijklmnopqrs-shop')
  assert.is(service('abcdefghijklmnop----tuv'), 'abcdefghijklmnop-shop')
  assert.is(service('-abcdefghijklmnopqrstuv'), 'abcdefghijklmnopqrs-shop')
  assert.is(service('cart', 'abcdefghijklmnopq-rst'), 'cart-abcdefghijklmnopq')
  assert.is(service('cart', '--abcdefghijklmnopqrs'), 'cart-abcdefghijklmnop')
})

test('whatever else is in a name stays', () => {
  assert.is(service('cart--v2'), 'cart--v2-shop')
  assert.is(service('cart.v2'), 'cart.v2-shop')
})

test('a service has 3 to 40 lower-case letters, digits and single hyphens, and no svc- in front', () => {
  for (const name of ['abc', 'cart-shop', '0-9', 'x'.repeat(40)])
    assert.is(refusedServiceName(name), undefined)
  assert.match(refusedServiceName('svc-cart') ?? '', 'svc-')
  for (const name of ['ab', 'x'.repeat(41)]) assert.match(refusedServiceName(name) ?? '', '3 to 40')
  for (const name of ['cart.v2-shop', 'Cart-shop']) assert.match(refusedServiceName(name) ?? '', 'lower-case')
  for (const name of ['cart--v2-shop', '-cart', 'cart-'])
    assert.match(refusedServiceName(name) ?? '', 'hyphen, nor')
})

test('a service network has 3 to 63, and may be called svc-', () => {
  for (const name of ['net', 'svc-net', 'sn-0123456789abcdef0', 'x'.repeat(63)])
    assert.is(refusedNetworkName(name), undefined)
  for (const name of ['gw', 'x'.repeat(64)]) assert.match(refusedNetworkName(name) ?? '', '3 to 63')
  for (const name of ['my.net', 'My-net', 'my_net'])
    assert.match(refusedNetworkName(name) ?? '', 'lower-case')
  for (const name of ['my--net', '-net', 'net-']) assert.match(refusedNetworkName(name) ?? '', 'hyphen, nor')
})

test.run()
