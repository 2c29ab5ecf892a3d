import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { dyingDisk } from './dying-disk.ts'
import { killVersion } from './kill-versions.ts'
import { inSandbox, type Sandbox } from './sandbox.ts'

const test = suite('kill')

const foreign = { 'clusters/mine.yaml': 'mine: true\n', 'clusters/one/unit-1/notes.txt': 'mine' }

interface Round {
  /** Rendered and not committed: its bytes are nowhere but in the files. */
  readonly old: number
  readonly killed: number
  readonly next: number
}

/** Kills a render of the next version later and later, until one finishes; every second time the topology changes before the next. */
async function killEverywhere(
  box: Sandbox,
  folders: number,
  steps: number,
  kill: (round: Round, at: number) => Promise<boolean>,
) {
  for (const [path, text] of Object.entries(foreign)) box.put(path, text)
  box.commit()
  await box.render(killVersion(0, folders))
  let old = 0
  for (let at = 0, killed = true; killed; at += steps) {
    const round = { old, killed: old + 1, next: old + 1 + (Math.ceil(at / steps) % 2) }
    killed = await kill(round, at)
    await survives(box, folders, round)
    old = round.next
    assert.ok(at < folders * 100, 'no render finishes')
  }
}

/** Each file is old or new, strangers are as they were, and a next render of whatever completes and leaves nothing behind. */
async function survives(box: Sandbox, folders: number, { old, killed, next }: Round): Promise<void> {
  const [before, after, wanted] = [
    killVersion(old, folders),
    killVersion(killed, folders),
    killVersion(next, folders),
  ]
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const now = box.has(path) ? box.get(path) : undefined
    assert.ok([before.get(path), after.get(path)].includes(now), `${path} holds ${now}`)
  }
  for (const [path, text] of Object.entries(foreign)) assert.is(box.get(path), text)
  assert.equal((await box.render(wanted)).handEdited, [])
  assert.equal(box.list(), [...wanted.keys(), ...Object.keys(foreign)].sort())
  for (const [path, text] of wanted) assert.is(box.get(path), text)
  assert.equal(readdirSync(`${box.root}/.git/espalier`), ['shop.json'])
}

test(
  'a render that dies at any operation loses nothing, whatever is rendered next',
  inSandbox(box =>
    killEverywhere(box, 2, 1, async ({ killed }, at) => {
      const death = new Error('died')
      const die = (): never => {
        throw death
      }
      try {
        await box.render(killVersion(killed, 2), { disk: dyingDisk(at, die) })
        return false
      } catch (error) {
        assert.is(error, death)
        return true
      }
    }),
  ),
)

test(
  'a process killed in the middle of hundreds of files loses nothing',
  inSandbox(box => {
    const entry = fileURLToPath(new URL('dying-render.ts', import.meta.url))
    return killEverywhere(box, 25, process.env.ESPALIER_LONG ? 5 : 97, async ({ killed }, at) => {
      const args = [...process.execArgv, entry, box.root, `${killed}`, '25', `${at}`]
      const { signal, status, stderr } = spawnSync(process.execPath, args)
      assert.ok(signal === 'SIGKILL' || status === 0, String(stderr))
      return signal !== null
    })
  }),
)

test.run()
