import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as assert from 'uvu/assert'
import type { HookHome } from './hook-home.ts'

interface Ran {
  readonly status: number | null
  /** Both streams, as a terminal shows them. */
  readonly text: string
}

/** A repository whose commits pass through hooks. */
export interface HookedFleet {
  put(path: string, text: string): void
  get(path: string): string
  has(path: string): boolean
  run(program: string, ...args: readonly string[]): Ran
  git(...args: readonly string[]): Ran
  /** A commit that must be stopped by the hook; returns what was said. */
  blocked(...args: readonly string[]): string
  /** A commit that must pass. */
  passes(...args: readonly string[]): string
}

/** A new repository with `pre-commit install` done; its first commit holds the configuration alone. */
export function hookedFleet(home: HookHome, preCommit: string, hooks: readonly string[]): HookedFleet {
  const root = mkdtempSync(join(home.folder, 'fleet-'))
  const run = (program: string, ...args: readonly string[]): Ran => {
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      cwd: root,
      env: home.env,
      encoding: 'utf8',
    })
    return { status, text: error?.message ?? `${stdout}${stderr}` }
  }
  const git = (...args: readonly string[]): Ran => run('git', ...args)
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const config = [
    'repos:',
    `- repo: ${home.hooks}`,
    '  rev: v0.0.0',
    '  hooks:',
    ...hooks.map(hook => `  - ${hook}`),
    '',
  ]
  git('init', '--quiet', '--initial-branch', 'main')
  git('config', 'user.name', 'a')
  git('config', 'user.email', 'a@example.com')
  put('.pre-commit-config.yaml', config.join('\n'))
  git('add', '--all')
  git('commit', '--quiet', '--message', 'hooks')
  const { status, text } = run(preCommit, 'install')
  assert.is(status, 0, text)
  const commit = (args: readonly string[]): Ran => git('commit', '--message', 'change', ...args)
  return {
    put,
    get: path => readFileSync(join(root, path), 'utf8'),
    has: path => existsSync(join(root, path)),
    run,
    git,
    blocked(...args) {
      const before = git('rev-parse', 'HEAD').text
      const { status, text } = commit(args)
      assert.is(status, 1, text)
      assert.is(git('rev-parse', 'HEAD').text, before)
      return text
    },
    passes(...args) {
      const { status, text } = commit(args)
      assert.is(status, 0, text)
      return text
    },
  }
}
