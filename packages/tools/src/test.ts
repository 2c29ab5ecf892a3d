import { basename, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parse } from 'uvu/parse'

// Runs every test file in one process and trusts no exit code of uvu's: a file without a suite, a skipped or lonely test, a hook
// that threw and a test that never ends are failures here.

type Suite = () => Promise<[errors: string | true, ran: number, skipped: number, total: number]>
interface UvuGlobals {
  UVU_DEFER?: number
  UVU_INDEX?: number
  UVU_QUEUE?: [string | null, ...Suite[]][]
}

const secondsPerTest = 60
const root = fileURLToPath(new URL('../../..', import.meta.url))
const args = process.argv.slice(2)
if (args.includes('--long')) process.env.ESPALIER_LONG = '1'
const only = args.filter(arg => !arg.startsWith('--'))

const uvu: UvuGlobals = globalThis as UvuGlobals
uvu.UVU_DEFER = 1
uvu.UVU_QUEUE = []

const found = (
  await Promise.all(['model', 'generator', 'linter', 'cli', 'tools'].map(name => testFiles(name)))
).flat()
const files = found.filter(file => only.length === 0 || only.some(part => file.includes(part)))

async function testFiles(name: string): Promise<readonly string[]> {
  try {
    const { suites } = await parse(join(root, 'packages', name, 'test'), '\\.test\\.ts$')
    return suites.map(suite => suite.file)
  } catch {
    return []
  }
}

let passed = 0
let failed = 0
const started = performance.now()

for (const [index, file] of files.entries()) {
  const name = relative(root, file).replaceAll('\\', '/')
  const suites: [string | null, ...Suite[]] = [name]
  uvu.UVU_QUEUE[index] = suites
  uvu.UVU_INDEX = index
  try {
    await import(pathToFileURL(file).href)
  } catch (error) {
    fail(name, `cannot be imported: ${error instanceof Error ? error.stack : error}`)
    continue
  }
  if (suites.length === 1) fail(name, 'has no suite; is .run() missing?')
  for (const suite of suites.slice(1)) if (typeof suite === 'function') await runSuite(name, suite)
}

async function runSuite(name: string, suite: Suite): Promise<void> {
  const began = performance.now()
  process.stdout.write(`${name} `)
  const [errors, ran, skipped, total] = await Promise.race([suite(), silence()])
  const seconds = (performance.now() - began) / 1000
  if (seconds > 2) process.stdout.write(`  took ${seconds.toFixed(1)} s\n`)
  passed += ran
  if (errors !== true) fail(name, errors, total - ran)
  else if (ran !== total)
    fail(name, `${total - ran} of ${total} tests did not run: a hook failed`, total - ran)
  if (skipped > 0) fail(name, `${skipped} tests are skipped, or one is marked only`, skipped)
}

/** Settles when no test has reported for too long; uvu writes a dot after each. */
function silence(): Promise<[string, number, number, number]> {
  return new Promise(resolve => {
    let last = performance.now()
    const write = process.stdout.write.bind(process.stdout)
    process.stdout.write = ((chunk: string) => {
      last = performance.now()
      return write(chunk)
    }) as typeof process.stdout.write
    const limit = process.env.ESPALIER_LONG ? secondsPerTest * 60 : secondsPerTest
    const timer = setInterval(() => {
      if (performance.now() - last < limit * 1000) return
      clearInterval(timer)
      resolve([`a test went on for over ${limit} s`, 0, 0, 1])
    }, 1000)
    timer.unref()
  })
}

function fail(name: string, why: string, count = 1): void {
  failed += Math.max(1, count)
  process.stdout.write(`\nFAIL ${name}: ${why}\n`)
}

if (files.length === 0) fail(basename(root), 'no test file found')
process.stdout.write(
  `\n${((performance.now() - started) / 1000).toFixed(1)} s\n${passed} passed, ${failed} failed\n`,
)
process.exit(failed === 0 ? 0 : 1)
