import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { packCli } from './pack-cli.ts'
import { installAlone } from './release/install-alone.ts'
import { runEveryCommand } from './release/run-every-command.ts'
import { root } from './root.ts'

// The dry run of a release: packs what would be published and uses it as a stranger would. With a folder as argument the tarball stays
// there, so that what was checked is what is published.

const home = mkdtempSync(join(tmpdir(), 'espalier-release-'))
const kept = process.argv[2]
const destination = kept === undefined ? home : resolve(kept)
const failures: string[] = []

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function step(name: string, faults: readonly string[]): void {
  say(`${faults.length === 0 ? 'ok  ' : 'FAIL'}  ${name}`)
  for (const fault of faults) say(`      ${fault.trimEnd().replaceAll('\n', '\n      ')}`)
  failures.push(...faults)
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}

function kilobytes(path: string): string {
  return `${(statSync(path).size / 1000).toFixed(1)} kB`.padStart(9)
}

mkdirSync(destination, { recursive: true })
const tarball = await packCli(destination)
const folder = join(home, 'alone')
const installed = join(folder, 'node_modules', 'espalier')
const failed = installAlone(tarball, folder)
step('the tarball installs alone, without a registry', failed === undefined ? [] : [failed])

if (failed === undefined) {
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  const neighbours = readdirSync(join(folder, 'node_modules')).filter(
    name => !name.startsWith('.') && name !== 'espalier',
  )
  step('nothing else is installed with it', neighbours)
  for (const path of listFiles(installed)) say(`      ${kilobytes(path)}  ${relative(installed, path)}`)
  say(`      ${kilobytes(tarball)}  packed`)
  step(
    `every command runs from there, on Node ${process.versions.node}`,
    runEveryCommand(folder, manifest.version),
  )
  const { messages } = await publint({ pkgDir: installed, strict: true, pack: false })
  step(
    'publint',
    messages.map(message => formatMessage(message, manifest) ?? message.code),
  )
  const attw = spawnSync(
    join(root, 'packages/tools/node_modules/.bin/attw'),
    [tarball, '--profile', 'esm-only', '--no-color', '--no-emoji'],
    { encoding: 'utf8', shell: process.platform === 'win32' },
  )
  step('are the types wrong?', attw.status === 0 ? [] : [attw.stdout + attw.stderr])
}

rmSync(home, { recursive: true, force: true })
if (kept !== undefined) say(`\n${relative(process.cwd(), tarball)}`)
process.exitCode = failures.length === 0 ? 0 : 1
