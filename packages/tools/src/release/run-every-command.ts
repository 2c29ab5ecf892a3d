import { spawnSync } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../root.ts'
import { git } from './git.ts'

/** What each command is asked to do in a repository that holds the example's topology; all of it must exit 0. */
const sessions: Readonly<Record<string, readonly (readonly string[])[]>> = {
  init: [['init', '--ci', 'github']],
  render: [['render'], ['render', '--check']],
  plan: [['plan'], ['plan', '--format', 'markdown'], ['plan', '--format', 'json']],
  lint: [['lint'], ['lint', '--format', 'json'], ['lint', '--format', 'github']],
  explain: [['explain'], ['explain', 'placement/route-in-workload-cluster']],
  schema: [
    ['schema', 'topology'],
    ['schema', 'policy'],
    ['schema', 'report'],
  ],
}

/** Runs the program installed in a folder from there, every command that its --help lists; returns what went wrong. */
export function runEveryCommand(folder: string, version: string): readonly string[] {
  copyFileSync(
    join(root, 'fixtures/render/aws-recommended-argocd/topology.yaml'),
    join(folder, 'topology.yaml'),
  )
  git(folder, ['init', '--quiet', '--initial-branch', 'main'])
  git(folder, ['add', 'topology.yaml'])
  git(folder, ['-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '-m', 'topology'])
  const told = espalier(folder, ['--version'])
  const help = espalier(folder, ['--help'])
  const commands = [...help.stdout.matchAll(/^ {2}([a-z-]+) {2,}\S/gm)].map(([, name = '']) => name)
  return [
    ...(told.stdout === `${version}\n`
      ? []
      : [`--version says ${JSON.stringify(told.stdout)}, not ${version}`]),
    ...(commands.length > 0 ? [] : ['--help lists no command']),
    ...commands.flatMap(name =>
      [['help', name], ...(sessions[name] ?? [])].flatMap(args => fault(folder, args)),
    ),
    ...commands
      .filter(name => sessions[name] === undefined)
      .map(name => `${name}: nothing here runs it; add it to ${import.meta.filename.slice(root.length)}`),
  ]
}

function fault(folder: string, args: readonly string[]): readonly string[] {
  const { status, stdout, stderr } = espalier(folder, args)
  if (status === 0 && stdout !== '') return []
  return [
    `espalier ${args.join(' ')}: exit code ${status}${stdout === '' ? ', nothing said' : ''}\n${stderr}`,
  ]
}

function espalier(folder: string, args: readonly string[]) {
  return spawnSync(join('node_modules', '.bin', 'espalier'), args, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
}
