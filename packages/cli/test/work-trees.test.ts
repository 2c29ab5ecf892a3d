import { chmodSync, cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Environment } from '../src/git/run-git.ts'
import { run } from '../src/run.ts'
import { espalier, fakeIo } from './fake-io.ts'
import { gitEnvironment, inSandbox, type Sandbox, sandbox } from './sandbox.ts'

// Where a repository keeps its files: nowhere, in one of its work trees, or where a hook says that another one does.

const test = suite('work trees')

const topology = readFileSync(
  new URL('../../../fixtures/plan/weight-changed/before.yaml', import.meta.url),
  'utf8',
)
const manifest = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop}\n'
const noWorkTree = 'there is no work tree of Git here, only a bare repository: git worktree add makes one'
const commands = [
  ['render'],
  ['render', '--check'],
  ['render', '--staged'],
  ['plan'],
  ['lint', 'a.yaml', '--since', 'HEAD'],
]

/** A bare repository in `.bare`, what belongs to it in the folder around, and a work tree in `main`. */
function withBare(body: (around: Sandbox, main: Sandbox) => Promise<void>): () => Promise<void> {
  return inSandbox(async box => {
    const source = sandbox(join(box.root, 'source'))
    source.put('topology.yaml', topology)
    source.commit()
    box.git('clone', '-q', '--bare', 'source', 'fleet/.bare')
    const around = sandbox(join(box.root, 'fleet'))
    around.put('.git', 'gitdir: ./.bare\n')
    around.git('worktree', 'add', '-q', 'main', 'main')
    await body(around, sandbox(join(around.root, 'main')))
  })
}

test(
  'in a bare repository, or beside one, nothing is rendered, and it says what is missing',
  withBare(async around => {
    for (const folder of ['.', '.bare']) {
      around.put(`${folder}/topology.yaml`, topology)
      around.put(`${folder}/a.yaml`, manifest)
      for (const [command = '', ...args] of commands) {
        const { code, out, err } = await espalier(join(around.root, folder), command, ...args)
        assert.equal([code, out], [2, ''], `${folder}: ${command} ${args.join(' ')}: ${out}`)
        assert.is(err, `espalier ${command}: ${noWorkTree}\n`)
      }
      assert.not(around.has(`${folder}/clusters`))
    }
    const { code, err } = await espalier(around.root, 'lint', 'a.yaml')
    assert.equal([code, err], [0, ''], 'a file can be linted all the same')
  }),
)

test(
  'a work tree of a bare repository is one like any other',
  withBare(async (around, main) => {
    assert.is((await espalier(main.root, 'render')).code, 0)
    main.git('add', '-A')
    main.git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-q', '-m', 'rendered')
    for (const [command = '', ...args] of commands.slice(0, -1)) {
      const { code, err } = await espalier(main.root, command, ...args)
      assert.is(code, 0, `${command} ${args.join(' ')}: ${err}`)
    }
    const route = 'clusters/config/lattice/shop/httproute.gateway.networking.k8s.io_shop.yaml'
    main.put(route, main.get(route).replace('weight: 90', 'weight: 89'))
    assert.is((await espalier(main.root, 'render')).code, 2, 'a hand edit is not lost')
    assert.ok(around.has('.bare/worktrees/main/espalier/shop.json'))
  }),
)

test(
  'what git exports to a hook of a work tree is of no harm there, and elsewhere means nothing',
  withBare(async (around, main) => {
    assert.is((await espalier(main.root, 'render')).code, 0)
    around.put('.bare/hooks/pre-commit', `#!/bin/sh\nenv >"${around.root}/exported"\n`)
    chmodSync(join(around.root, '.bare/hooks/pre-commit'), 0o755)
    main.git('add', '-A')
    main.git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-q', '-m', 'rendered')
    const exported = around.get('exported').split('\n')
    const hook = Object.fromEntries(
      exported.filter(line => line.startsWith('GIT_')).map(line => line.split(/=(.*)/s).slice(0, 2)),
    )
    assert.ok(hook.GIT_INDEX_FILE, exported.join('\n'))
    const other = join(around.root, '../other')
    cpSync(join(around.root, '../source'), other, { recursive: true })
    assert.is((await espalier(other, 'render')).code, 0)
    const environments: readonly Environment[] = [
      hook,
      { GIT_DIR: join(around.root, '.bare'), GIT_WORK_TREE: around.root },
      { GIT_DIR: '.' },
    ]
    for (const env of environments) {
      const ran = (cwd: string, ...args: string[]) =>
        run(args, { ...fakeIo(cwd), env: { ...gitEnvironment, ...env } })
      const codes = [
        await ran(main.root, 'render', '--check', '--staged'),
        await ran(main.root, 'plan'),
        await ran(other, 'render', '--check'),
        await ran(other, 'render', '--check', '--staged'),
        await ran(other, 'plan'),
      ]
      assert.equal(codes, [0, 0, 0, 1, 0], JSON.stringify(env))
    }
  }),
)

test.run()
