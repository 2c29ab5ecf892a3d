import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { releaseTags } from './release/release-tags.ts'

// Tags what is checked out here as the release its package.json names; `npm run build:action` comes first.

const cwd = process.cwd()
const folder = 'action'
const [remote = 'origin'] = process.argv.slice(2)

if (existsSync(join(cwd, folder, 'index.js'))) {
  const { version } = JSON.parse(readFileSync(join(cwd, 'packages/cli/package.json'), 'utf8'))
  const moved = releaseTags({ cwd, version, folder, remote })
  process.stdout.write(moved.length === 0 ? `${version} is tagged already\n` : `${moved.join('\n')}\n`)
} else {
  process.stderr.write(`there is no ${folder}/index.js to release; npm run build:action makes it\n`)
  process.exitCode = 2
}
