import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readArguments } from '../src/arguments.ts'

const test = suite('arguments')

const options = { check: { type: 'boolean' }, cluster: { type: 'string', multiple: true } } as const

const read = (...args: string[]) => {
  const { values, positionals, error } = readArguments(args, options, 1)
  return error ?? { ...values, rest: positionals }
}

test('options and arguments are read in any order, and all after -- are arguments', () => {
  assert.equal(read('--cluster', 'a', 'x', '--check', '--cluster=-b'), {
    cluster: ['a', '-b'],
    check: true,
    rest: ['x'],
  })
  assert.equal(read('--', '--check'), { rest: ['--check'] })
})

for (const [args, message] of [
  [['--chek'], 'unknown option --chek; did you mean "--check"?'],
  [['-x'], 'unknown option -x'],
  [['--toString'], 'unknown option --toString'],
  [['--cluster'], '--cluster needs a value'],
  [['--cluster', '--check'], '--cluster needs a value; where that is "--check", write --cluster=--check'],
  [['--check=yes'], '--check takes no value'],
  [['a', 'b'], 'unexpected argument "b"'],
] as const) {
  test(`${args.join(' ')} is refused: ${message}`, () => {
    assert.is(read(...args), message)
  })
}

test.run()
