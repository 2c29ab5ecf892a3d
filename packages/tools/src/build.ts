import { chmodSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { slimKinds } from './build/slim-kinds.ts'
import { root } from './root.ts'

/** Bundles the command line: one small entry and chunks loaded on demand, with nothing needed beside them. */
export async function buildCli(outdir: string = join(root, 'packages/cli/dist')): Promise<void> {
  rmSync(outdir, { recursive: true, force: true })
  await build({
    entryPoints: { espalier: join(root, 'packages/cli/src/main.ts') },
    outdir,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    conditions: ['@espalier/source'],
    chunkNames: 'chunk-[hash]',
    legalComments: 'linked',
    plugins: [slimKinds],
    define: { ESPALIER_VERSION: JSON.stringify(publishedVersion()) },
    // yaml, cdk8s and fast-glob are CommonJS and ask for built-in modules by require.
    banner: {
      js: 'import{createRequire as bannerRequire}from"node:module";const require=bannerRequire(import.meta.url);',
    },
    logLevel: 'error',
  })
  chmodSync(join(outdir, 'espalier.js'), 0o755)
}

function publishedVersion(): string {
  return JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8')).version
}

if (process.argv[1] === import.meta.filename) await buildCli()
