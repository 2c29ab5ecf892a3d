import { setFailed } from '@actions/core'
import { runAction } from './action/run-action.ts'
import { version } from './version.ts'

// What the runner starts for `uses:`; action.yml names the bundle of this file.
try {
  process.exitCode = await runAction(process)
} catch (error) {
  setFailed(`this is a bug in Espalier ${version}:\n${error instanceof Error ? error.stack : error}`)
}
