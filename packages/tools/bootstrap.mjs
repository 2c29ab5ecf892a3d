// Installs the workspace with the pnpm that package.json pins, once per lockfile and Node version. Needs nothing but Node and npm.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const stamp = join(root, 'node_modules', '.espalier-stamp')

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Espalier needs Node 20.19 or later; this is ${process.versions.node}.`)
}

const manifests = [
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  ...readdirSync(join(root, 'packages')).map(name => `packages/${name}/package.json`),
]
const hash = createHash('sha256').update(process.version)
for (const file of manifests.sort()) {
  if (existsSync(join(root, file))) hash.update(file).update(readFileSync(join(root, file)))
}
const wanted = hash.digest('hex')
const found = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''

if (found !== wanted) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  process.stderr.write(`Installing dependencies with ${packageManager} (first run, or something changed) …\n`)
  const args = ['--yes', '--prefer-offline', packageManager, 'install', '--frozen-lockfile', '--silent']
  const { status, error } = spawnSync('npx', args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
    // Where an outer `npx -p … -c …` runs us, its own options would be taken for this call's.
    env: { ...process.env, npm_config_loglevel: 'error', npm_config_call: '', npm_config_package: '' },
  })
  if (status !== 0) {
    fail(
      `Installing failed${error ? `: ${error.message}` : ''}. To see why, run: npx ${packageManager} install --frozen-lockfile`,
    )
  }
  writeFileSync(stamp, wanted)
}
