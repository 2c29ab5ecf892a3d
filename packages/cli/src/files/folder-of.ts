import { display } from './display.ts'
import { repositoryOf } from './repository-of.ts'

/** The way from the root of the repository to a folder: `envs/prod`, or `.` for the root itself and outside of any. */
export function folderOf(cwd: string): string {
  return display(cwd, repositoryOf(cwd) ?? cwd)
}
