import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { display, printable } from '../src/files/display.ts'
import { findTopologies } from '../src/files/find-topologies.ts'
import { listYaml } from '../src/files/list-yaml.ts'
import { readText } from '../src/files/read-text.ts'
import { gitDirectory, gitVersions } from '../src/git/git.ts'
import { gitEnvironment, inSandbox } from './sandbox.ts'

const test = suite('files')

test(
  'the topology is found here or above, up to the repository’s root and no further',
  inSandbox(({ root, put }) => {
    put('topology.yaml', '')
    put('repo/.git/HEAD', '')
    put('repo/fleet/apps/x.txt', '')
    const apps = join(root, 'repo/fleet/apps')
    assert.match(
      findTopologies(apps).error ?? '',
      "here or in a parent folder up to the repository's root; --topology FILE names one",
    )
    put('repo/fleet/topology.yaml', '')
    mkdirSync(join(apps, 'topology.yaml'))
    const path = join(root, 'repo/fleet/topology.yaml')
    const found = { path, file: '../topology.yaml', root: join(root, 'repo'), name: 'fleet/topology.yaml' }
    assert.equal(findTopologies(apps).value, [found])
  }),
)

test(
  'outside Git the topology’s own folder is the root, and no parent folder is searched',
  inSandbox(({ root, put }) => {
    put('a/topology.yaml', '')
    put('a/b/x.txt', '')
    assert.match(findTopologies(join(root, 'a/b')).error ?? '', 'there is no topology.yaml here;')
    const [one, two] =
      findTopologies(root, ['a/topology.yaml', './a/topology.yaml', join(root, 'b.yaml')]).value ?? []
    assert.equal([one?.file, one?.root, one?.name], ['a/topology.yaml', join(root, 'a'), 'topology.yaml'])
    assert.equal([two?.file, two?.root, two?.name], ['b.yaml', root, 'b.yaml'])
  }),
)

test(
  'texts that cannot be read say why',
  inSandbox(({ root, put }) => {
    put('text', '\uFEFFä\r\n')
    writeFileSync(join(root, 'latin'), Buffer.from([0xe4]))
    const read = (name: string) => readText(join(root, name))
    assert.equal(read('text'), { value: '\uFEFFä\r\n' })
    assert.equal(
      ['gone', 'text/x', '.', 'latin'].map(name => read(name).error),
      [
        'there is no such file',
        'a part of its path is not a folder',
        'it is a folder',
        'it is not UTF-8 text',
      ],
    )
  }),
)

test(
  'YAML files are listed in order, without what lies behind links, in .git and in node_modules',
  inSandbox(async ({ root, put }) => {
    for (const path of [
      'b.yml',
      'a/Z.yaml',
      'a/c.yaml',
      'a/d.json',
      '.git/x.yaml',
      'a/node_modules/x.yaml',
      '.hidden/x.yaml',
    ])
      put(path, '')
    symlinkSync(join(root, 'a'), join(root, 'link'))
    const list = async (...patterns: string[]) =>
      (await listYaml(root, patterns)).map(path => relative(root, path))
    assert.equal(await list('**'), ['a/Z.yaml', 'a/c.yaml', 'b.yml'])
    assert.equal(await list('.hidden/**/*.yaml', 'b.*'), ['.hidden/x.yaml', 'b.yml'])
  }),
)

test(
  'Git knows every staged and committed version, whatever the file is called and whatever a hook exports',
  inSandbox(async box => {
    const odd = 'tree/a\nb "c" ä\t*.yaml'
    for (const name of [odd, 'tree/x.yaml', 'other/y.yaml']) box.put(name, '1')
    box.commit()
    box.put(odd, '2')
    box.git('add', '-A')
    const env = { ...gitEnvironment, GIT_DIR: '/nowhere', GIT_INDEX_FILE: 'no-index' }
    const { value } = await gitVersions(box.root, env, ['tree'])
    const [one, two] = [box.git('rev-parse', 'HEAD:tree/x.yaml').trim(), box.git('hash-object', odd).trim()]
    assert.equal(value, {
      ids: new Map([
        [odd, [two, one]],
        ['tree/x.yaml', [one, one]],
      ]),
      idLength: 40,
    })
    assert.equal(await gitDirectory(box.root, env), { value: join(box.root, '.git') })
  }),
)

test(
  'a repository that git refuses to read is an error, not the absence of one',
  inSandbox(async ({ root, git, put }) => {
    git('init', '-q')
    put('.git/config', '[core')
    assert.match(
      (await gitDirectory(root, gitEnvironment)).error ?? '',
      /^git could not read the repository: bad config/,
    )
  }),
)

test('names are shown from where one stands, and cannot steer a terminal', () => {
  assert.equal([display('/a/b/c', '/a/d'), display('/a', '/a')], ['../b/c', '.'])
  assert.is(printable('a\u001b[31m\n::error::\u202e\tb'), 'a\uFFFD[31m\uFFFD::error::\uFFFD\tb')
})

test.run()
