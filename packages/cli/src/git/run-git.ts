import { spawn, spawnSync } from 'node:child_process'
import { errorCode } from '../files/file-error.ts'

export type Environment = Readonly<Record<string, string | undefined>>

export interface GitAnswer {
  readonly code: number
  readonly bytes: Buffer
  readonly err: string
  /** There is no git program. */
  readonly absent: boolean
}

/**
 * Runs git on the repository around a folder, whatever repository the environment speaks of; what it says is in English. `index` is
 * another index than the repository's own.
 */
export function runGit(
  cwd: string,
  env: Environment,
  args: readonly string[],
  input = '',
  index?: string,
): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    const plain = plainEnvironment(env)
    const child = spawn('git', ['--no-optional-locks', ...args], {
      cwd,
      env: index === undefined ? plain : { ...plain, GIT_INDEX_FILE: index },
    })
    const out: Uint8Array[] = []
    const err: Uint8Array[] = []
    child.stdout.on('data', chunk => out.push(chunk))
    child.stderr.on('data', chunk => err.push(chunk))
    child.on('error', error => {
      if (errorCode(error) === 'ENOENT') resolve({ code: 127, bytes: Buffer.alloc(0), err: '', absent: true })
      else reject(error)
    })
    child.on('close', code =>
      resolve({
        code: code ?? 1,
        bytes: Buffer.concat(out),
        err: Buffer.concat(err).toString('utf8'),
        absent: false,
      }),
    )
    // A git that ends early closes the pipe, and says why by its exit code.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

// Hooks export where *their* repository is; we ask about the one our tree lies in. English is what we match and show.
function plainEnvironment(env: Environment): Environment {
  const {
    GIT_DIR,
    GIT_WORK_TREE,
    GIT_INDEX_FILE,
    GIT_PREFIX,
    GIT_COMMON_DIR,
    GIT_LITERAL_PATHSPECS,
    ...rest
  } = env
  return { ...rest, LC_ALL: 'C' }
}

/** The first thing git said, as the end of a sentence of ours. */
export function gitError(err: string): string {
  const line = err.split('\n').find(one => one.trim() !== '')
  return `git could not read the repository: ${line?.replace(/^(fatal|error): /, '') ?? 'it gave no reason'}`
}

/** The content of a blob, at once. */
export function readBlob(cwd: string, env: Environment, id: string): Uint8Array {
  const { status, stdout, stderr, error } = spawnSync('git', ['cat-file', 'blob', id], {
    cwd,
    env: plainEnvironment(env),
    maxBuffer: Number.POSITIVE_INFINITY,
  })
  if (error !== undefined) throw error
  if (status === 0) return stdout
  // Answered like a disk that cannot read: a partial clone offline, or a damaged one.
  throw Object.assign(new Error(gitError(stderr.toString('utf8'))), { code: 'ENOBLOB', syscall: 'read' })
}
