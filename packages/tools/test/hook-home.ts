import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { buildCli } from '../src/build.ts'
import { packCli } from '../src/pack-cli.ts'
import { root } from '../src/root.ts'

/** A folder outside of everything, with the hooks as a repository of their own and an `espalier` on the PATH. */
export interface HookHome {
  readonly folder: string
  /** For git and pre-commit: no configuration of the machine's, no registry, and a cache of our own. */
  readonly env: NodeJS.ProcessEnv
  /** The repository that a .pre-commit-config.yaml names. */
  readonly hooks: string
}

/** The pre-commit program: the one named by ESPALIER_PRE_COMMIT, which must work then, or the one on the PATH, if any. */
export function findPreCommit(): string | undefined {
  const named = process.env.ESPALIER_PRE_COMMIT
  const program = named === undefined || named === '' ? 'pre-commit' : named
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  if (status === 0 && stdout.startsWith('pre-commit ')) return program
  if (program === named) throw new Error(`ESPALIER_PRE_COMMIT=${named} is no pre-commit`)
  return undefined
}

/** Builds and packs what is in the work tree; its hooks install that tarball in place of the published package. */
export async function hookHome(): Promise<HookHome> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'espalier-hooks-'))
  await buildCli(join(folder, 'dist'))
  mkdirSync(join(folder, 'bin'))
  symlinkSync(join(folder, 'dist/espalier.js'), join(folder, 'bin/espalier'))
  const tarball = await packCli(folder)

  const env = {
    ...withoutGit(process.env),
    PATH: [join(folder, 'bin'), process.env.PATH].join(delimiter),
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    PRE_COMMIT_HOME: join(folder, 'cache'),
    PRE_COMMIT_COLOR: 'never',
    npm_config_offline: 'true',
    // `npm test` hands its own settings down.
    npm_config_local_prefix: '',
  }
  const hooks = join(folder, 'hooks')
  const git = (...args: readonly string[]): void => {
    const { status, stderr } = spawnSync('git', args, { cwd: folder, env, encoding: 'utf8' })
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
  }
  git('clone', '--quiet', '--no-tags', root, hooks)
  copyFileSync(join(root, 'package.json'), join(hooks, 'package.json'))
  const text = readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')
  writeFileSync(join(hooks, '.pre-commit-hooks.yaml'), text.replaceAll(/'espalier@[^']*'/g, `'${tarball}'`))
  const author = ['-c', 'user.name=a', '-c', 'user.email=a@example.com']
  git('-C', hooks, 'add', '--all')
  git('-C', hooks, ...author, 'commit', '--quiet', '--message', 'the tarball')
  git('-C', hooks, ...author, 'tag', 'v0.0.0')
  return { folder, env, hooks }
}

/** Where the tests themselves run in a hook, Git says which repository that is. */
function withoutGit(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('GIT_')))
}
