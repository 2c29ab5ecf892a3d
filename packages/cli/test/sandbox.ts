import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type FileTree, headerOf } from '@espalier/model'
import type { Target } from '../src/tree/target.ts'
import { type WriteOptions, type Written, writeTree } from '../src/tree/write-tree.ts'

/** A folder of a test's own. */
export interface Sandbox {
  readonly root: string
  /** Where the topology "shop" is rendered to. */
  readonly target: Target
  put(path: string, text: string): void
  get(path: string): string
  has(path: string): boolean
  /** Every file and link, sorted, but for `.git`. */
  list(): readonly string[]
  git(...args: string[]): string
  /** Makes it a repository with everything in it committed. */
  commit(...initOptions: string[]): void
  /** Renders, and fails the test where that could not be done at all. */
  render(tree: FileTree, options?: Partial<WriteOptions>, target?: Partial<Target>): Promise<Written>
}

/** No configuration of the machine's, and no other repository than the sandbox's own. */
export const gitEnvironment: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CEILING_DIRECTORIES: dirname(realpathSync(tmpdir())),
}

/** A test body with a sandbox that is gone afterwards. */
export function inSandbox(body: (box: Sandbox) => void | Promise<void>): () => Promise<void> {
  return async () => {
    const root = mkdtempSync(join(realpathSync(tmpdir()), 'espalier-'))
    try {
      await body(sandbox(root))
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  }
}

/** A file as Espalier renders it. */
export function rendered(body: string, topology = 'shop', cluster = 'one', file = 'topology.yaml'): string {
  return `${headerOf(file, topology, cluster)}\n${body}\n`
}

export function treeOf(files: Readonly<Record<string, string>>): FileTree {
  return new Map(Object.entries(files).map(([path, body]) => [path, rendered(body)]))
}

export function sandbox(root: string): Sandbox {
  const at = (path: string): string => join(root, path)
  const target: Target = {
    root,
    path: 'clusters',
    engine: 'argocd',
    entries: new Map(),
    topology: 'shop',
    file: 'topology.yaml',
    clusters: [],
    show: path => path,
  }
  const git = (...args: string[]): string =>
    execFileSync('git', args, {
      cwd: root,
      env: gitEnvironment,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  return {
    root,
    target,
    git,
    put(path, text) {
      mkdirSync(dirname(at(path)), { recursive: true })
      writeFileSync(at(path), text)
    },
    get: path => readFileSync(at(path), 'utf8'),
    has: path => existsSync(at(path)),
    list: () =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter(entry => !entry.isDirectory())
        .map(entry =>
          join(entry.parentPath, entry.name)
            .slice(root.length + 1)
            .replaceAll('\\', '/'),
        )
        .filter(path => !path.startsWith('.git/'))
        .sort(),
    commit(...initOptions) {
      git('init', '-q', '-b', 'main', ...initOptions)
      for (const [key, value] of Object.entries({ 'user.name': 'a', 'user.email': 'a@example.com' }))
        git('config', key, value)
      git('add', '-A')
      git('commit', '-q', '--allow-empty', '-m', 'state')
    },
    async render(tree, options = {}, changes = {}) {
      const { value, error } = await writeTree(
        tree,
        { ...target, ...changes },
        { env: gitEnvironment, ...options },
      )
      if (error !== undefined) throw new Error(error)
      return value
    },
  }
}
