import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withVersion } from './release/with-version.ts'

// Turns the changesets into the next version and its changelog, and sets it where users are told to install one. What it changes
// becomes the version pull request; nothing is committed here.

const folder = process.cwd()

const { status } = spawnSync('changeset', ['version'], {
  cwd: folder,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
if (status === 0) {
  const { version } = JSON.parse(readFileSync(join(folder, 'packages/cli/package.json'), 'utf8'))
  for (const file of ['.pre-commit-hooks.yaml', 'README.md', 'packages/cli/README.md']) {
    const path = join(folder, file)
    writeFileSync(path, withVersion(readFileSync(path, 'utf8'), version))
  }
}
process.exitCode = status ?? 1
