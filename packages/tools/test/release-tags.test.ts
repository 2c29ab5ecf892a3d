import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { git as runGit } from '../src/release/git.ts'
import { releaseTags } from '../src/release/release-tags.ts'

const test = suite('tags of a release')

interface Repositories {
  readonly cwd: string
  git(...args: string[]): string
  /** What the remote has, by tag. */
  tags(): Readonly<Record<string, string>>
  commit(message: string): string
  bundle(text: string): void
  release(version: string): readonly string[]
}

/** A test body with a work tree that ignores `action/`, and its bare remote. */
function inRepositories(body: (repositories: Repositories) => void): () => void {
  return () => {
    const home = mkdtempSync(join(realpathSync(tmpdir()), 'espalier-tags-'))
    try {
      body(repositories(home))
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  }
}

function repositories(home: string): Repositories {
  const cwd = join(home, 'work')
  mkdirSync(join(cwd, 'action'), { recursive: true })
  const env = { GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' }
  const git = (...args: string[]): string => runGit(cwd, args, env)
  const bundle = (text: string): void => writeFileSync(join(cwd, 'action/index.js'), text)
  const commit = (message: string): string => {
    git('add', '--all')
    git('commit', '--quiet', '--allow-empty', '--message', message)
    git('push', '--quiet', 'origin', 'main')
    return git('rev-parse', 'HEAD')
  }
  runGit(home, ['init', '--quiet', '--bare', 'remote.git'], env)
  git('init', '--quiet', '--initial-branch', 'main')
  git('config', 'user.name', 'a')
  git('config', 'user.email', 'a@example.com')
  git('remote', 'add', 'origin', join(home, 'remote.git'))
  writeFileSync(join(cwd, '.gitignore'), '/action/\n')
  bundle('1')
  commit('one')
  return {
    cwd,
    git,
    commit,
    bundle,
    tags: () =>
      Object.fromEntries(
        git('ls-remote', '--tags', 'origin')
          .split('\n')
          .filter(line => line !== '')
          .map(line => {
            const [id = '', ref = ''] = line.split('\t')
            return [ref.replace('refs/tags/', ''), id]
          }),
      ),
    release: version => releaseTags({ cwd, version, folder: 'action', remote: 'origin' }),
  }
}

test(
  'the exact tag holds the bundle on top of the released commit; branch, index and work tree stay as they are',
  inRepositories(({ cwd, git, release, tags }) => {
    const head = git('rev-parse', 'HEAD')
    assert.equal(release('1.2.3'), ['v1.2.3', 'espalier@1.2.3', 'v1'])
    const { 'v1.2.3': exact = '', v1, 'espalier@1.2.3': named } = tags()
    assert.is(v1, exact)
    assert.is(named, head)
    assert.is(git('rev-parse', `${exact}^`), head)
    assert.is(git('show', `${exact}:action/index.js`), '1')
    assert.is(git('diff', '--name-only', head, exact), 'action/index.js')
    assert.is(git('rev-parse', 'main'), head)
    assert.is(git('status', '--porcelain'), '')
    assert.is(readFileSync(join(cwd, 'action/index.js'), 'utf8'), '1')
  }),
)

test(
  'a second run changes nothing, also once the branch has moved on',
  inRepositories(({ release, tags, commit, bundle }) => {
    release('1.2.3')
    const before = tags()
    assert.equal(release('1.2.3'), [])
    commit('two')
    bundle('2')
    assert.equal(release('1.2.3'), [])
    assert.equal(tags(), before)
  }),
)

test(
  'a run that was cut short is completed',
  inRepositories(({ git, release, tags }) => {
    release('1.2.3')
    const before = tags()
    git('push', '--quiet', 'origin', ':v1', ':espalier@1.2.3')
    assert.equal(release('1.2.3'), ['espalier@1.2.3', 'v1'])
    assert.equal(tags(), before)
  }),
)

test(
  'v1 follows the newest 1.x.y, and neither a backport, nor a pre-release, nor another major version',
  inRepositories(({ release, tags, commit }) => {
    release('1.9.0')
    commit('two')
    assert.equal(release('1.10.0'), ['v1.10.0', 'espalier@1.10.0', 'v1'])
    const { v1 } = tags()
    assert.is(v1, tags()['v1.10.0'])
    commit('three')
    assert.equal(release('1.9.1'), ['v1.9.1', 'espalier@1.9.1'])
    assert.equal(release('1.11.0-rc.1'), ['v1.11.0-rc.1', 'espalier@1.11.0-rc.1'])
    assert.equal(release('2.0.0'), ['v2.0.0', 'espalier@2.0.0', 'v2'])
    assert.is(tags().v1, v1)
  }),
)

test(
  'a released tag never moves: another bundle or another history is refused, and nothing is pushed',
  inRepositories(({ git, release, tags, bundle }) => {
    release('1.2.3')
    const before = tags()
    bundle('changed')
    assert.throws(
      () => release('1.2.3'),
      /^v1\.2\.3 is released already, with another bundle; a released tag never moves$/,
    )
    bundle('1')
    git('checkout', '--quiet', '--orphan', 'other')
    git('commit', '--quiet', '--allow-empty', '--message', 'other')
    assert.throws(() => release('1.2.3'), /^v1\.2\.3 is released already, on another history;/)
    assert.equal(tags(), before)
  }),
)

test(
  'where the remote refuses one tag it gets none',
  inRepositories(({ cwd, release, tags }) => {
    const hook = join(cwd, '../remote.git/hooks/update')
    writeFileSync(hook, '#!/bin/sh\ntest "$1" != refs/tags/v1\n', { mode: 0o755 })
    assert.throws(() => release('1.2.3'), /^git push: /)
    assert.equal(tags(), {})
  }),
)

test.run()
