import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { inSandbox, type Sandbox } from './sandbox.ts'

// Every rendered fixture, as a user would have it: rendered into a repository with its foreign files, checked and linted.

const test = suite('rendered fixtures')
const fixtures = fileURLToPath(new URL('../../../fixtures/render', import.meta.url))
const header = '# Rendered by Espalier'

for (const name of readdirSync(fixtures)) {
  const expected = filesBelow(join(fixtures, name, 'expected'))
  const inputs = filesBelow(join(fixtures, name)).filter(([file]) => !file.startsWith('expected/'))
  const foreign = expected.filter(([, text]) => !text.startsWith(header))

  test(
    `${name}: render gives the expected tree, --check and lint have nothing to say`,
    inSandbox(async box => {
      for (const [file, text] of inputs) box.put(file, text)
      for (const [file, text] of foreign) box.put(file, text)
      box.commit()
      await demand(box, 0, 'render')
      for (const [file, text] of expected) assert.is(box.get(file), text, file)
      assert.equal(box.list(), [...expected, ...inputs].map(([file]) => file).sort())
      await demand(box, 0, 'render', '--check')
      const out = await demand(box, 0, 'lint', '--fail-on', 'warning', '--strict')
      // A kind that nobody knows is said; nothing rendered is of one.
      const said = out.match(/^\S+ info: .*/gm)?.filter(line => !line.includes('[schema/unknown-kind]')) ?? []
      assert.equal(said, [])
      if (foreign.length === 0) assert.match(out, /^no findings in/)
    }),
  )
}

async function demand(box: Sandbox, code: number, ...args: string[]): Promise<string> {
  const ran = await espalier(box.root, ...args)
  assert.is(ran.code, code, `${args.join(' ')}: ${ran.out}${ran.err}`)
  return ran.out
}

function filesBelow(folder: string): readonly (readonly [string, string])[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(file => [file.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(file, 'utf8')] as const)
}

test.run()
