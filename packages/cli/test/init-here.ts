import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { inSandbox, type Sandbox } from './sandbox.ts'

/** What nobody but the user knows. */
export const places: readonly string[] = [
  ...['--account', '111122223333', '--region', 'us-west-2', '--vpc', 'config=vpc-0000000a'],
  ...['--vpc', 'workload-1=vpc-0000000b', '--vpc', 'workload-2=vpc-0000000c'],
]

/** A test body in a repository that holds a readme and has a remote. */
export function inRepository(body: (box: Sandbox) => Promise<void>): () => Promise<void> {
  return inSandbox(box => {
    box.put('readme.txt', '')
    box.commit()
    box.git('remote', 'add', 'origin', 'git@github.com:acme/fleet.git')
    return body(box)
  })
}

/** Runs init where it has to succeed; what it says. */
export async function initHere(box: Sandbox, ...args: readonly string[]): Promise<string> {
  const { code, out, err } = await espalier(box.root, 'init', ...places, ...args)
  assert.equal([code, err], [0, ''])
  return out
}
