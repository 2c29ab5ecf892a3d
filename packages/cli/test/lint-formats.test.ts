import { formats } from '@espalier/linter'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { inSandbox, type Sandbox } from './sandbox.ts'
import { topology } from './shop-tree.ts'

const test = suite('lint formats')

const names = formats.map(({ name }) => name)
const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: db}\ndata: {password: eA==}\n'

/** A repository whose fleet stands in a folder of it, with a secret and a file that belongs to no cluster. */
const withFleet = (body: (box: Sandbox, folder: string) => Promise<void>) =>
  inSandbox(async box => {
    const listed = 'lint: {clusters: {config: {files: ["apps/**/*.yaml"]}}}\n'
    box.put('envs/prod/topology.yaml', topology + listed)
    box.put('envs/prod/apps/secret.yaml', secret)
    box.commit()
    return body(box, `${box.root}/envs/prod`)
  })

test(
  'one run from a folder of the repository writes several reports, all with paths from the root',
  withFleet(async ({ get }, folder) => {
    const outputs = ['sarif', 'junit', 'gitlab'].flatMap(name => ['--output', `${name}=${name}.out`])
    const { code, out, err } = await espalier(folder, 'lint', 'apps', ...outputs)
    assert.equal([code, err], [1, ''])
    assert.match(out, /^apps\/secret\.yaml:4:1: error: /)
    const [run] = JSON.parse(get('envs/prod/sarif.out')).runs
    const [{ physicalLocation }] = run.results[0].locations
    assert.is(physicalLocation.artifactLocation.uri, 'envs/prod/apps/secret.yaml')
    assert.equal([run.tool.driver.version, run.invocations[0].executionSuccessful], ['0.0.0-dev', true])
    const [issue] = JSON.parse(get('envs/prod/gitlab.out'))
    assert.equal(issue.location, { path: 'envs/prod/apps/secret.yaml', lines: { begin: 4, end: 4 } })
    assert.match(get('envs/prod/junit.out'), ' file="envs/prod/apps/secret.yaml" line="4"')
  }),
)

test(
  'from beside a file, or outside of Git, its path is as right',
  inSandbox(async ({ root, put, commit }) => {
    put('a/secret.yaml', secret)
    put('b/x.txt', '')
    const path = async (folder: string, file: string) => {
      const { out } = await espalier(folder, 'lint', file, '--format', 'gitlab')
      return JSON.parse(out)[0].location.path
    }
    assert.is(await path(`${root}/b`, '../a'), '../a/secret.yaml')
    commit()
    assert.is(await path(`${root}/b`, '../a'), 'a/secret.yaml')
    assert.is(await path(root, 'a'), 'a/secret.yaml')
  }),
)

test(
  'no format changes the exit code',
  withFleet(async ({ put }, folder) => {
    put('envs/prod/bad.yaml', topology.replace('role: config', 'role: confg'))
    put('envs/prod/clean/service.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n')
    const cases: readonly (readonly [number, ...string[]])[] = [
      [1, 'apps'],
      [0, 'clean'],
      [1, 'clean', '--fail-on', 'info'],
      [2, '--topology', 'bad.yaml'],
      [2, 'nothing'],
    ]
    for (const name of names) {
      for (const [expected, ...args] of cases) {
        const { code } = await espalier(folder, 'lint', ...args, '--format', name)
        assert.is(code, expected, `${name} ${args.join(' ')}`)
      }
    }
  }),
)

test(
  'a topology that cannot be used is a report that says the run failed',
  withFleet(async ({ put }, folder) => {
    put('envs/prod/bad.yaml', topology.replace('role: config', 'role: confg'))
    const written = async (name: string) =>
      (await espalier(folder, 'lint', '--topology', 'bad.yaml', '--format', name)).out
    const [{ invocations, results }] = JSON.parse(await written('sarif')).runs
    assert.equal([invocations[0].executionSuccessful, results[0].level], [false, 'error'])
    assert.match(await written('junit'), '<error message="the topology cannot be used">')
  }),
)

test(
  'the usage names every format',
  inSandbox(async ({ root }) => {
    const { out } = await espalier(root, 'help', 'lint')
    const [, text = ''] = out.match(/--format NAME([\s\S]*?)--output/) ?? []
    for (const name of names) assert.match(text, name)
  }),
)

test.run()
