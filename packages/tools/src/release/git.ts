import { spawnSync } from 'node:child_process'

/** Runs git in a folder and returns what it says, without the last line end; throws what it complains of. */
export function git(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  if (status === 0) return stdout.replace(/\n$/, '')
  throw new Error(`git ${args[0]}: ${error?.message ?? stderr.trim()}`)
}
