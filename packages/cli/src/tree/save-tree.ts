import type { FileTree } from '@espalier/model'
import type { ExitCode } from '../command.ts'
import type { Io } from '../io.ts'
import type { Target } from './target.ts'
import { writeTree } from './write-tree.ts'

/** `render`: writes the tree and says what was written, or which files were in the way. */
export async function saveTree(wanted: FileTree, target: Target, force: boolean, io: Io): Promise<ExitCode> {
  const { value, error } = await writeTree(wanted, target, { env: io.env, force })
  if (error !== undefined) {
    io.err(`espalier render: ${error}\n`)
    return 2
  }
  const { foreign, handEdited, written, unchanged, removed, unguarded } = value
  if (foreign.length + handEdited.length > 0) {
    for (const { path, why } of foreign) io.err(`${target.show(path)}: is in the way: ${why}\n`)
    for (const path of handEdited)
      io.err(`${target.show(path)}: has been edited by hand, and Git does not have the edit\n`)
    io.err(`${target.topology}: nothing was written\n`)
    if (foreign.length > 0) io.err('help: move what is in the way, or change gitops.path\n')
    if (handEdited.length > 0)
      io.err('help: commit or stage the edits to keep them in Git, or give --force to lose them\n')
    return 2
  }
  if (unguarded)
    io.err(
      `${target.topology}: there is no Git here to tell hand edits by; rendered files were replaced as they were\n`,
    )
  io.out(`${target.topology}: ${written} written, ${unchanged} unchanged, ${removed} removed\n`)
  return 0
}
