import type { FileTree } from '@espalier/model'
import type { ExitCode } from '../command.ts'
import type { Io } from '../io.ts'
import { talk } from '../talk.ts'
import { formerName, renamed } from './former-name.ts'
import { foldersOf, type Target } from './target.ts'
import { unstagedFiles } from './unstaged-files.ts'
import { type Written, writeTree } from './write-tree.ts'

export interface SaveOptions {
  readonly force: boolean
  /** Whoever asks is about to commit: that the disk holds the tree is not enough. */
  readonly staged: boolean
}

/** `render`: writes the tree and says what was written, or which files were in the way. */
export async function saveTree(
  wanted: FileTree,
  target: Target,
  { force, staged }: SaveOptions,
  io: Io,
): Promise<ExitCode> {
  const { value, error } = await writeTree(wanted, target, { env: io.env, force })
  if (error !== undefined) {
    talk('render', error, io)
    return 2
  }
  const { foreign, handEdited, strangers, moved, written, unchanged, removed, unguarded } = value
  for (const { path, why } of strangers) io.err(`${target.show(path)}: is not rendered: ${why}\n`)
  if (foreign.length + handEdited.length > 0) {
    for (const line of refusal(value, target)) io.err(`${line}\n`)
    return 2
  }
  if (unguarded)
    io.err(
      `${target.topology}: there is no Git here to tell hand edits by; rendered files were replaced as they were\n`,
    )
  for (const line of moved) io.err(`${line}\n`)
  io.out(`${target.topology}: ${written} written, ${unchanged} unchanged, ${removed} removed\n`)
  return staged ? checkStaged(wanted, target, io) : 0
}

async function checkStaged(wanted: FileTree, target: Target, io: Io): Promise<ExitCode> {
  const { value: unstaged, error } = await unstagedFiles(wanted, target, io.env)
  if (error !== undefined) {
    talk('render', error, io)
    return 2
  }
  if (unstaged.length === 0) return 0
  const most = 10
  for (const { path, why } of unstaged.slice(0, most)) io.err(`${target.show(path)}: ${why}\n`)
  if (unstaged.length > most) io.err(`and ${unstaged.length - most} more\n`)
  io.err(
    `help: review what was rendered, then add it: git add --all ${foldersOf(wanted.keys(), target).map(target.show).join(' ')}\n`,
  )
  return 1
}

function refusal({ foreign, handEdited }: Written, target: Target): readonly string[] {
  const former = formerName(foreign, target)
  const lines = [
    ...foreign.map(({ path, why }) => `${target.show(path)}: is in the way: ${why}`),
    ...handEdited.map(
      path => `${target.show(path)}: differs from what was rendered, and Git does not have it`,
    ),
    `${target.topology}: nothing was written`,
  ]
  if (former !== undefined) lines.push(`help: ${renamed(former, target)}`)
  else if (foreign.length > 0) lines.push('help: move what is in the way, or change gitops.path')
  if (handEdited.length > 0)
    lines.push('help: commit or stage these files to keep them in Git, or give --force to overwrite them')
  return lines
}
