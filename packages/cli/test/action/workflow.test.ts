import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { root } from '../../../tools/src/root.ts'
import { inSandbox } from '../sandbox.ts'

// actionlint and zizmor are on no npm; where they are missing, a line says so.

const test = suite('the workflow in the README')

/** Runs a program where it is installed; what it says is an error where it finds anything. */
function examine(name: string, args: readonly string[], cwd: string): void {
  const program = process.env[`ESPALIER_${name.toUpperCase()}`] ?? name
  const { status, error, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' })
  if (error === undefined) assert.is(status, 0, `${name}: ${stdout}${stderr}`)
  else process.stdout.write(`\n${name} is not installed: what it would say is not checked\n`)
}

test(
  'has no fault that actionlint or zizmor know, and neither has action.yml',
  inSandbox(box => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    const [, workflow = ''] = /### GitHub Action\n[\s\S]*?```yaml\n([\s\S]*?)```/.exec(readme) ?? []
    assert.match(workflow, 'OWNER/espalier@')
    box.put('.github/workflows/espalier.yml', workflow)
    copyFileSync(join(root, 'action.yml'), join(box.root, 'action.yml'))
    box.commit()
    examine('actionlint', ['-no-color'], box.root)
    examine('zizmor', ['--offline', '--no-progress', '--color=never', '--pedantic', '.'], box.root)
    box.put('action/index.js', '')
    // actionlint reads action.yml only where a workflow uses it.
    box.put('.github/workflows/espalier.yml', workflow.replace(/OWNER\/espalier@\S+/, './'))
    examine('actionlint', ['-no-color'], box.root)
  }),
)

test.run()
