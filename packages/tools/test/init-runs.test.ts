import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parse } from 'yaml'
import { buildCli } from '../src/build.ts'

// What the files of init run, run for real: npx is the bundle, gh a program that writes down what it is asked, the remote a bare repository.

const test = suite('what init writes, run')

const home = mkdtempSync(join(tmpdir(), 'espalier-init-'))
const bin = join(home, 'bin')
const said = join(home, 'said')
const places = ['--account', '111122223333', '--region', 'us-west-2', '--vpc', 'config=vpc-0000000a']
const vpcs = ['--vpc', 'workload-1=vpc-0000000b', '--vpc', 'workload-2=vpc-0000000c']

function program(name: string, script: string): void {
  writeFileSync(join(bin, name), `#!/usr/bin/env bash\n${script}\n`)
  chmodSync(join(bin, name), 0o755)
}

test.before(async () => {
  await buildCli(join(home, 'dist'))
  mkdirSync(bin)
  const cli = join(home, 'dist/espalier.js')
  program(
    'npx',
    `[ "$1 $2" = '--yes espalier@0.0.0' ] || exit 9\nexec '${process.execPath}' '${cli}' "\${@:3}"`,
  )
  // `open` is there while the pull request is; the answer is what `gh --jq` prints.
  program(
    'gh',
    `printf '%s\\n' "$*" >>'${said}'
case "$1 $2" in
  'pr list') if [ -e '${home}/open' ]; then echo 7; fi ;;
  'pr create') touch '${home}/open' ;;
  'pr close') rm '${home}/open' ;;
esac`,
  )
})

test.after(() => rmSync(home, { recursive: true, force: true }))

/** A shell as runners start it: it stops at the first line that fails. */
function shell(cwd: string, script: string, env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
    {
      cwd,
      encoding: 'utf8',
      env: {
        PATH: `${bin}${delimiter}${process.env.PATH}`,
        HOME: home,
        GIT_CONFIG_GLOBAL: devNull,
        GIT_CONFIG_NOSYSTEM: '1',
        ...env,
      },
    },
  )
  return { status, out: stdout + stderr }
}

function must(cwd: string, script: string, env: Readonly<Record<string, string>> = {}): string {
  const { status, out } = shell(cwd, script, env)
  assert.is(status, 0, `${script}\n${out}`)
  return out
}

const someone = 'git config user.name a && git config user.email a@example.com'

/** A repository with a remote of its own, in which init was run and its files are committed. */
function repository(name: string, ...args: readonly string[]): string {
  const folder = join(home, name)
  must(
    home,
    `git init -q --bare -b main '${folder}.git' && git clone -q '${folder}.git' '${folder}' 2>/dev/null`,
  )
  must(folder, `git switch -q -C main && ${someone}`)
  const init = ['init', ...places, ...vpcs, '--repository', 'https://git.example.com/acme/fleet', ...args]
  must(folder, `npx --yes espalier@0.0.0 ${init.join(' ')}`)
  must(folder, 'git add -A && git commit -qm topology && git push -q origin main')
  return folder
}

interface Step {
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
}

interface Workflow {
  readonly jobs: { readonly render: { readonly steps: readonly Step[] } }
}

/** The steps of the rendering job, in a fresh clone, as a push to main starts them; what they say. */
function renderOnMain(name: string): string {
  const clone = join(home, `${name}-run`)
  rmSync(clone, { recursive: true, force: true })
  must(home, `git clone -q --depth 1 'file://${home}/${name}.git' '${clone}'`)
  const { jobs }: Workflow = parse(readFileSync(join(clone, '.github/workflows/espalier.yml'), 'utf8'))
  return jobs.render.steps
    .map(({ run, env = {} }) => (run === undefined ? '' : must(clone, run, { ...env, GH_TOKEN: 'secret' })))
    .join('')
}

/** What gh was asked since the last time. */
function asked(): readonly string[] {
  if (!existsSync(said)) return []
  const lines = readFileSync(said, 'utf8').split('\n')
  rmSync(said)
  return lines.map(line => line.split(' ').slice(0, 3).join(' ')).filter(line => line !== '')
}

test('on main: the tree follows the topology in one pull request, and is no reason for another', () => {
  const folder = repository('fleet', '--workflow', 'on-main')
  const show = (what: string): string => must(folder, `git fetch -q && ${what}`)

  renderOnMain('fleet')
  assert.equal(asked(), ['pr list --head', 'auth setup-git', 'pr create --head'])
  const changed = show('git diff --name-only origin/main origin/espalier/render').trim().split('\n')
  assert.ok(changed.length > 20)
  for (const file of changed) assert.match(file, /^clusters\//)

  renderOnMain('fleet')
  assert.equal(asked(), ['pr list --head', 'auth setup-git'])

  must(folder, 'git merge -q --ff-only origin/espalier/render && git push -q origin main')
  assert.match(renderOnMain('fleet'), 'The tree on main is what the topology says.')
  assert.equal(asked(), ['pr list --head', 'pr close 7'])
  assert.match(renderOnMain('fleet'), 'The tree on main is what the topology says.')
  assert.equal(asked(), ['pr list --head'])

  const topology = join(folder, 'topology.yaml')
  writeFileSync(topology, readFileSync(topology, 'utf8').replace('path: /hello', 'path: /hi'))
  must(folder, 'git commit -qam topology && git push -q origin main')
  renderOnMain('fleet')
  assert.equal(asked(), ['pr list --head', 'auth setup-git', 'pr create --head'])
  assert.match(
    show('git diff --name-only origin/main origin/espalier/render'),
    /^clusters\/config\/lattice\/default\/httproute\S*_hello\.yaml\n$/,
  )
})

interface Pipeline {
  readonly 'espalier-check': { readonly script: readonly string[] }
  readonly 'espalier-lint': {
    readonly script: readonly string[]
    readonly artifacts: { readonly reports: Readonly<Record<string, string>> }
  }
}

test('GitLab: the pipeline passes a rendered tree, and stops at drift and at a misplaced route', () => {
  const folder = repository('gitlab', '--ci', 'gitlab')
  const pipeline: Pipeline = parse(readFileSync(join(folder, '.gitlab-ci.yml'), 'utf8'))
  const { script, artifacts } = pipeline['espalier-lint']
  const check = (): number | null => shell(folder, pipeline['espalier-check'].script.join('\n')).status
  const lint = (): number | null => shell(folder, script.join('\n')).status

  assert.is(check(), 1)
  must(folder, 'npx --yes espalier@0.0.0 render')
  assert.equal([check(), lint()], [0, 0])
  for (const file of Object.values(artifacts.reports)) assert.ok(existsSync(join(folder, file)), file)

  must(folder, 'cd clusters && cp config/lattice/default/httproute*_hello.yaml workload-1/lattice/default/')
  assert.equal([check(), lint()], [1, 1])
})

test.run()
