import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isSlip } from '../src/fleet/is-slip.ts'

const test = suite('slips')

test('letters that changed places, or one more or less within a long word, are a slip', () => {
  for (const [written, meant] of [
    ['platfrom', 'platform'],
    ['platfform', 'platform'],
    ['team-platorm-2', 'team-platform-2'],
    ['prodcution', 'production'],
  ] as const) {
    assert.ok(isSlip(written, meant), `${written} for ${meant}`)
    assert.ok(isSlip(meant, written), `${meant} for ${written}`)
  }
})

test('names that somebody may have chosen are none', () => {
  for (const [written, meant] of [
    ['platform', 'platform'],
    ['production2', 'production'],
    ['team-a', 'team-b'],
    ['team-ab', 'team-ba'],
    ['trail', 'trial'],
    ['plant', 'planet'],
    ['payments', 'payment'],
    ['estates', 'states'],
    ['platform-team', 'platfrom-taem'],
    ['frontend', 'backend'],
    ['platform-x', 'platform'],
  ] as const) {
    assert.not.ok(isSlip(written, meant), `${written} for ${meant}`)
    assert.not.ok(isSlip(meant, written), `${meant} for ${written}`)
  }
})

test.run()
