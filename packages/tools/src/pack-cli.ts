import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildCli } from './build.ts'
import { root } from './root.ts'

/** Packs the command line as it is published, into a folder that exists, and returns the tarball's path. */
export async function packCli(destination: string, env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const stage = mkdtempSync(join(tmpdir(), 'espalier-pack-'))
  try {
    await buildCli(join(stage, 'dist'))
    copyFileSync(join(root, 'LICENSE'), join(stage, 'LICENSE'))
    for (const file of ['README.md', 'extension.d.ts'])
      copyFileSync(join(root, 'packages/cli', file), join(stage, file))
    writeFileSync(join(stage, 'package.json'), publishedManifest(env))
    const args = ['pack', '--ignore-scripts', '--pack-destination', destination]
    const { status, stderr } = spawnSync('npm', args, {
      cwd: stage,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
    if (status !== 0) throw new Error(`npm pack failed:\n${stderr}`)
    const { version } = JSON.parse(readFileSync(join(stage, 'package.json'), 'utf8'))
    return join(destination, `espalier-${version}.tgz`)
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}

/**
 * package.json without what only the workspace needs. Provenance is refused where `repository` is not the one that publishes, so it
 * comes from there and is written down nowhere.
 */
function publishedManifest({ GITHUB_SERVER_URL, GITHUB_REPOSITORY }: NodeJS.ProcessEnv): string {
  const { devDependencies, ...manifest } = JSON.parse(
    readFileSync(join(root, 'packages/cli/package.json'), 'utf8'),
  )
  const repository =
    GITHUB_SERVER_URL === undefined || GITHUB_REPOSITORY === undefined
      ? {}
      : {
          repository: {
            type: 'git',
            url: `git+${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}.git`,
            directory: 'packages/cli',
          },
        }
  return `${JSON.stringify({ ...manifest, ...repository }, null, 2)}\n`
}
