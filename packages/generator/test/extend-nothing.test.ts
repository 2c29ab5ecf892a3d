import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundledToolkit, render } from '@espalier/generator'
import { placeOf } from '@espalier/model'
import { readTopology } from '@espalier/model/topology'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

// Objects go through cdk8s only where a topology has extensions, so cdk8s must leave alone what no extension touches.

const test = suite('extend-nothing')
const root = fileURLToPath(new URL('../../../fixtures/render', import.meta.url))

for (const name of readdirSync(root)) {
  test(`${name} has the same bytes with an extension that does nothing`, async () => {
    const source = { file: 'topology.yaml', text: readFileSync(join(root, name, 'topology.yaml'), 'utf8') }
    const { value } = readTopology(source, path => readFileSync(join(root, name, path), 'utf8'))
    assert.ok(value)
    const idle = { name: './idle.mjs', at: placeOf(source), extend: () => undefined }
    const extended = render(value, { toolkit: await bundledToolkit(), modules: [idle] })
    assert.equal([...extended.tree], [...render(value).tree])
    assert.ok(extended.tree.size > 0)
  })
}

test.run()
