import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { findTopologies } from '../src/files/find-topologies.ts'
import { loadTopology } from '../src/files/load-topology.ts'
import { inSandbox } from './sandbox.ts'

const test = suite('policy files')

const topology = readFileSync(new URL('../../../fixtures/cli/shop/topology.yaml', import.meta.url), 'utf8')
const policy = '{"Version": "2012-10-17", "Statement": []}'
const naming = (file: string) =>
  topology.replace('namespace: lattice-gateway', `namespace: lattice-gateway, auth: {policyFile: ${file}}`)

test(
  'are read from the repository of their topology only, wherever links lead',
  inSandbox(async ({ root, put }) => {
    put('outside/p.json', policy)
    put('repo/.git/HEAD', '')
    put('repo/shared/p.json', policy)
    mkdirSync(join(root, 'repo/net'))
    symlinkSync('../shared', join(root, 'repo/net/inside'))
    symlinkSync('../../outside', join(root, 'repo/net/folder'))
    symlinkSync(join(root, 'outside/p.json'), join(root, 'repo/net/file.json'))
    symlinkSync('loop', join(root, 'repo/net/loop'))
    const reads = async (file: string): Promise<boolean> => {
      put('repo/net/topology.yaml', naming(file))
      const { value = [] } = findTopologies(join(root, 'repo/net'))
      return value[0] !== undefined && (await loadTopology(value[0])).value?.model !== undefined
    }
    for (const file of ['../shared/p.json', 'inside/p.json']) assert.ok(await reads(file), file)
    const others = ['../../outside/p.json', join(root, 'outside/p.json'), 'folder/p.json', 'file.json']
    for (const file of [...others, 'loop', '.', 'gone.json']) assert.not(await reads(file), file)
  }),
)

test.run()
