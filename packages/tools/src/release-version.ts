import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withHookVersion } from './release/with-hook-version.ts'

// Turns the changesets into the next version and its changelog, and lets the hooks install that version. What it changes becomes the
// version pull request; nothing is committed here.

const folder = process.cwd()
const hooks = join(folder, '.pre-commit-hooks.yaml')

const { status } = spawnSync('changeset', ['version'], {
  cwd: folder,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
if (status === 0) {
  const { version } = JSON.parse(readFileSync(join(folder, 'packages/cli/package.json'), 'utf8'))
  writeFileSync(hooks, withHookVersion(readFileSync(hooks, 'utf8'), version))
}
process.exitCode = status ?? 1
