import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { inSandbox, type Sandbox } from './sandbox.ts'

// What somebody committed by hand with our header on top, and a repository that is not whole.

const test = suite('plan, hostile')

const topology = readFileSync(
  fileURLToPath(new URL('../../../fixtures/plan/weight-changed/before.yaml', import.meta.url)),
  'utf8',
)
const header = '# Rendered by Espalier from topology.yaml (topology shop, cluster east); do not edit\n'

/** A base whose topology cannot be rendered, so that what was committed as its tree is compared with. */
function withCommitted(box: Sandbox, files: Readonly<Record<string, string>>): void {
  box.put('topology.yaml', `${topology}bogus: 1\n`)
  for (const [name, text] of Object.entries(files))
    box.put(`clusters/east/lattice/${name}.yaml`, header + text)
  box.commit()
  box.put('topology.yaml', topology)
}

test(
  'files that are no objects are left out, and names cannot steer a shell, a terminal or a page',
  inSandbox(async box => {
    withCommitted(box, {
      'no-metadata': 'apiVersion: v1\nkind: ConfigMap\nmetadata: null\n',
      'no-kind': 'apiVersion: v1\nmetadata: {name: a}\n',
      'odd-kind': 'apiVersion: v1\nkind: 5\nmetadata: {name: a}\n',
      list: 'apiVersion: v1\nkind: List\nmetadata: {}\nitems: []\n',
      hostile: 'apiVersion: v1\nkind: "Config<img src=x>"\nmetadata: {name: "a\\e[31m", namespace: "x;id"}\n',
    })
    const { code, out, err } = await espalier(box.root, 'plan')
    assert.is(code, 0, err)
    assert.match(out, "--namespace 'x;id' delete 'config<img src=x>' 'a\uFFFD[31m'")
    assert.not.match(out, '\u001b')
    assert.not.match(out, 'undefined')
    assert.not.match(out, 'Order')
    const page = (await espalier(box.root, 'plan', '--format', 'markdown')).out
    assert.not.match(page, /(?<!\\|`[^`]*)<img/)
  }),
)

test(
  'a clone that lacks the content of a file says so',
  inSandbox(async box => {
    box.put('topology.yaml', topology)
    box.commit()
    await espalier(box.root, 'render')
    const id = box.git('rev-parse', 'HEAD:topology.yaml').trim()
    rmSync(join(box.root, '.git/objects', id.slice(0, 2), id.slice(2)))
    assert.ok(readdirSync(join(box.root, '.git/objects')).length > 0)
    for (const args of [['plan'], ['lint', '--since', 'HEAD']]) {
      const { code, err } = await espalier(box.root, ...args)
      assert.is(code, 2, err)
      assert.match(err, /this clone of the repository does not have its content/, `${args}: ${err}`)
    }
  }),
)

test(
  'no report is written over a topology, or over what is no baseline, or twice to one file',
  inSandbox(async box => {
    box.put('topology.yaml', topology)
    box.put('notes.txt', 'mine')
    await espalier(box.root, 'render')
    box.commit()
    const refused = [
      ['lint', '--output', 'sarif=topology.yaml'],
      ['lint', '--write-baseline', './topology.yaml'],
      ['lint', '--write-baseline', 'notes.txt'],
      ['lint', '--output', 'sarif=a', '--output', 'junit=./a'],
      ['plan', '--output', 'json=topology.yaml'],
    ]
    for (const args of refused) assert.is((await espalier(box.root, ...args)).code, 2, args.join(' '))
    assert.equal([box.get('topology.yaml'), box.get('notes.txt'), box.has('a')], [topology, 'mine', false])
  }),
)

test.run()
