import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { run } from '../src/run.ts'
import { fakeIo } from './fake-io.ts'
import { inSandbox } from './sandbox.ts'

const test = suite('plan, for people')

const side = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/plan/${name}`, import.meta.url), 'utf8')

test(
  'on a terminal every line fits, but for commands, which are copied',
  inSandbox(async box => {
    box.put('topology.yaml', side('weight-changed/before.yaml'))
    box.commit()
    box.put('topology.yaml', side('service-name-changed/after.yaml'))
    const width = 60
    let out = ''
    const io = { ...fakeIo(box.root), terminal: true, width, out: (text: string) => (out += text) }
    assert.is(await run(['plan'], io), 0)
    assert.match(out, /\nOrder\n {2}1\. east, west: exports [^\n]+\n {5}\S/)
    const long = out.split('\n').filter(line => line.length > width && !line.trim().startsWith('kubectl '))
    assert.equal(long, [])
  }),
)

test.run()
