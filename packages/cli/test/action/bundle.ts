import { copyFileSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildAction } from '../../../tools/src/build.ts'
import { root } from '../../../tools/src/root.ts'

const home = mkdtempSync(join(realpathSync(tmpdir()), 'espalier-action-'))
process.on('exit', () => rmSync(home, { recursive: true, force: true }))

/** The action as a release tag holds it, in a folder of its own; built once for all tests. */
export const bundle: Promise<string> = build()

async function build(): Promise<string> {
  for (const file of ['action.yml', 'package.json']) copyFileSync(join(root, file), join(home, file))
  await buildAction(join(home, 'action'))
  return join(home, 'action', 'index.js')
}
