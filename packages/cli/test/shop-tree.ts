import { readFileSync } from 'node:fs'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { inSandbox, type Sandbox } from './sandbox.ts'

export const topology: string = readFileSync(
  new URL('../../../fixtures/cli/shop/topology.yaml', import.meta.url),
  'utf8',
)

/** A test body in a repository where that topology is committed and was just rendered. */
export function withTree(body: (box: Sandbox) => Promise<void>): () => Promise<void> {
  return inSandbox(async box => {
    box.put('topology.yaml', topology)
    box.commit()
    assert.is((await espalier(box.root, 'render')).code, 0)
    return body(box)
  })
}
