import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { schemaThread } from '../src/files/schema-thread.ts'

const test = suite('a second thread for schemas')

test('names the sources of which it is told that they are clean, as the very objects that it was given', async () => {
  // Answers that the second text alone is clean; the real module is run in the tests of the published bundle, since it is TypeScript here.
  const answer =
    "import { parentPort } from 'node:worker_threads'; parentPort.once('message', texts => parentPort.postMessage(texts.map(text => text === 'b')))"
  const worker = `data:text/javascript,${encodeURIComponent(answer)}`
  const thread = schemaThread({ files: 2000, processors: 2, worker })
  const sources = ['a', 'b', 'c'].map(text => ({ file: `${text}.yaml`, text }))
  const clean = await thread?.ask(sources)
  assert.is(clean?.length, 1)
  assert.is(clean?.[0], sources[1])
})

test('is not begun for few files, nor where it would take the time of the first one', () => {
  assert.is(schemaThread({ files: 1999, processors: 2 }), undefined)
  assert.is(schemaThread({ files: 100_000, processors: 1 }), undefined)
})

test('knows of no clean source where it cannot work', async () => {
  const thread = schemaThread({ files: 2000, processors: 2, worker: 'there-is-none.ts' })
  assert.equal(await thread?.ask([{ file: 'a.yaml', text: '' }]), [])
})

test.run()
