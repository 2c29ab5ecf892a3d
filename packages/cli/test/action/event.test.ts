import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readEvent } from '../../src/action/event.ts'
import { inSandbox } from '../sandbox.ts'
import { pullRequest } from './pull-request.ts'

const test = suite('the event of the action')

const own = { full_name: 'acme/fleet' }
const fork = { full_name: 'mallory/fleet' }

test(
  'is foreign where somebody who may not write can have written it, or nobody can tell',
  inSandbox(({ root, put }) => {
    const isForeign = (payload: string | object): boolean => {
      put('event.json', typeof payload === 'string' ? payload : JSON.stringify(payload))
      return readEvent({ GITHUB_EVENT_PATH: `${root}/event.json`, GITHUB_REPOSITORY: 'acme/fleet' }).foreign
    }
    for (const payload of [
      pullRequest('mallory/fleet'),
      { pull_request: { number: 7 } },
      { pull_request: { number: 7, head: { repo: null } } },
      { workflow_run: { head_repository: fork } },
      { workflow_run: {} },
      { issue: { number: 7, pull_request: {} } },
      'no JSON',
    ])
      assert.is(isForeign(payload), true, JSON.stringify(payload))
    for (const payload of [
      pullRequest(),
      { before: 'a' },
      { merge_group: {} },
      { schedule: '0 0 * * *' },
      { inputs: null },
      { workflow_run: { head_repository: own } },
      { issue: { number: 7 } },
    ])
      assert.is(isForeign(payload), false, JSON.stringify(payload))
    assert.is(readEvent({ GITHUB_EVENT_PATH: `${root}/event.json` }).foreign, false)
    put('event.json', JSON.stringify(pullRequest()))
    assert.is(readEvent({ GITHUB_EVENT_PATH: `${root}/event.json` }).foreign, true)
    assert.is(readEvent({}).foreign, true)
  }),
)

test(
  'names the pull request and where the change begins',
  inSandbox(({ root, put }) => {
    const read = (payload: object) => {
      put('event.json', JSON.stringify(payload))
      const { pullRequest: number, base } = readEvent({ GITHUB_EVENT_PATH: `${root}/event.json` })
      return [number, base]
    }
    assert.equal(read(pullRequest('acme/fleet', 'abc')), [7, 'abc'])
    assert.equal(read({ issue: { number: 9, pull_request: {} } }), [9, undefined])
    assert.equal(read({ issue: { number: 9 } }), [undefined, undefined])
    assert.equal(read({ merge_group: { base_sha: 'abc' } }), [undefined, 'abc'])
    assert.equal(read({ before: 'abc' }), [undefined, 'abc'])
    assert.equal(read({ before: 'abc', forced: true }), [undefined, undefined])
    assert.equal(read({ before: '0000' }), [undefined, undefined])
  }),
)

test.run()
