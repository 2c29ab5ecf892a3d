import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { commands } from '../src/commands/index.ts'
import { espalier } from './fake-io.ts'
import { inSandbox } from './sandbox.ts'

const test = suite('run')

const here = fileURLToPath(new URL('.', import.meta.url))
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const command = [process.execPath, ...process.execArgv, main].map(part => `'${part}'`).join(' ')
const shell = (script: string) => spawnSync('bash', ['-c', script], { encoding: 'utf8' })

test('every command is listed, and named as its file', async () => {
  const files = readdirSync(new URL('../src/commands', import.meta.url)).filter(file => file !== 'index.ts')
  assert.equal(
    Object.keys(commands)
      .map(name => `${name}.ts`)
      .sort(),
    files.sort(),
  )
  for (const [name, load] of Object.entries(commands)) assert.is((await load()).name, name)
})

test('help lists the commands and says more of each, in 80 columns', async () => {
  const { code, out } = await espalier(here, '--help')
  assert.is(code, 0)
  for (const name of Object.keys(commands)) {
    assert.match(out, new RegExp(`^  ${name} +\\S`, 'm'))
    const { out: usage } = await espalier(here, 'help', name)
    assert.match(usage, new RegExp(`^Usage: espalier ${name}\\b[^]*\\n$`))
    assert.is((await espalier(here, name, '--nonsense', '--help')).out, usage)
    assert.is(
      usage.split('\n').find(line => line.length > 80),
      undefined,
    )
  }
})

test('a wrong command is exit 2, with the nearest one named and nothing on stdout', async () => {
  const { code, out, err } = await espalier(here, 'rendr')
  assert.equal([code, out], [2, ''])
  assert.match(err, 'unknown command "rendr"; did you mean "render"?')
  assert.match(
    (await espalier(here, '--versoin')).err,
    'unknown option "--versoin"; did you mean "--version"?',
  )
  assert.is((await espalier(here, 'constructor')).code, 2)
  assert.is((await espalier(here)).code, 2)
})

test('--version is the version alone, from a process too', async () => {
  assert.equal(await espalier(here, '--version'), { code: 0, out: '0.0.0-dev\n', err: '' })
  const { status, stdout, stderr } = shell(`${command} --version`)
  assert.equal([status, stdout, stderr], [0, '0.0.0-dev\n', ''])
})

test(
  'a reader that goes away is no failure',
  inSandbox(({ root }) => {
    const pipeWithoutReader = `mkfifo '${root}/pipe' && exec 3<>'${root}/pipe' 4>'${root}/pipe' 3>&-`
    const { status, stderr } = shell(`${pipeWithoutReader}; ${command} schema >&4`)
    assert.equal([status, stderr], [0, ''])
  }),
)

test('exit codes reach the shell', () => {
  assert.is(shell(`${command} explain nothing/such`).status, 2)
})

test.run()
