import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { git } from './git.ts'

/**
 * The id of a commit on top of HEAD that adds a folder which Git ignores. No branch, index or file is touched, and the same HEAD and
 * folder give the same id at any time and for anybody.
 */
export function commitWith(folder: string, message: string, cwd: string): string {
  const home = mkdtempSync(join(tmpdir(), 'espalier-index-'))
  const index = { GIT_INDEX_FILE: join(home, 'index') }
  try {
    git(cwd, ['read-tree', 'HEAD'], index)
    git(cwd, ['add', '--force', '--', folder], index)
    const tree = git(cwd, ['write-tree'], index)
    const [name = '', email = '', date = ''] = git(cwd, [
      'show',
      '-s',
      '--format=%cn%n%ce%n%cI',
      'HEAD',
    ]).split('\n')
    return git(cwd, ['commit-tree', tree, '-p', 'HEAD', '-m', message], {
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: email,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: name,
      GIT_COMMITTER_EMAIL: email,
      GIT_COMMITTER_DATE: date,
    })
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}
