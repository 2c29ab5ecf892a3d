import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { renderedKinds } from './build/rendered-kinds.ts'
import { slimKinds } from './build/slim-kinds.ts'
import { licensesOf } from './licenses-of.ts'
import { root } from './root.ts'

/** Bundles the command line: one small entry and chunks loaded on demand, with nothing needed beside them. */
export async function buildCli(outdir: string = join(root, 'packages/cli/dist')): Promise<void> {
  await bundle(outdir, {
    entryPoints: { espalier: join(root, 'packages/cli/src/main.ts') },
    splitting: true,
    chunkNames: 'chunk-[hash]',
    legalComments: 'linked',
    plugins: [renderedKinds, slimKinds],
  })
  chmodSync(join(outdir, 'espalier.js'), 0o755)
}

/** Bundles the GitHub Action as the one file that action.yml names. */
export async function buildAction(outdir: string = join(root, 'action')): Promise<void> {
  await bundle(outdir, {
    entryPoints: { index: join(root, 'packages/cli/src/action.ts') },
    legalComments: 'eof',
    plugins: [withoutTokens, slimKinds],
  })
}

/** Replaces a folder by a bundle and the licences of what went into it. */
async function bundle(outdir: string, options: BuildOptions): Promise<void> {
  rmSync(outdir, { recursive: true, force: true })
  const { metafile } = await build({
    ...options,
    outdir,
    absWorkingDir: root,
    bundle: true,
    metafile: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    conditions: ['@espalier/source'],
    define: { ESPALIER_VERSION: JSON.stringify(publishedVersion()) },
    // yaml, cdk8s and fast-glob are CommonJS and ask for built-in modules by require.
    banner: {
      js: 'import{createRequire as bannerRequire}from"node:module";const require=bannerRequire(import.meta.url);',
    },
    logLevel: 'error',
  })
  writeFileSync(join(outdir, 'LICENSES.txt'), licensesOf(Object.keys(metafile.inputs), root))
}

/** @actions/core can ask for OpenID tokens, and loads an HTTP client of 400 KB for it at every start. We ask for none. */
const withoutTokens: Plugin = {
  name: 'without-tokens',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^(\.\/|@actions\/)/ }, async ({ importer, kind, resolveDir, path, pluginData }) => {
      if (pluginData === withoutTokens || !/@actions[\\/]core[\\/]lib/.test(importer)) return undefined
      const found = await resolve(path, { importer, kind, resolveDir, pluginData: withoutTokens })
      return { ...found, sideEffects: false }
    })
  },
}

function publishedVersion(): string {
  return JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8')).version
}

if (process.argv[1] === import.meta.filename)
  await (process.argv[2] === 'action' ? buildAction() : buildCli())
