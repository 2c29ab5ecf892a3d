import type { FileTree } from '@espalier/model'
import type { ExitCode } from '../command.ts'
import type { Io } from '../io.ts'
import { type Comparison, compareTree } from './compare-tree.ts'
import { differences } from './difference.ts'
import type { Target } from './target.ts'

/** `render --check`: says how the disk differs from the tree and changes nothing. */
export function checkTree(wanted: FileTree, target: Target, io: Io): ExitCode {
  const { value, error } = compareTree(wanted, target)
  if (error !== undefined) {
    io.err(`espalier render: ${error}\n`)
    return 2
  }
  const lines = driftLines(value, wanted, target, io)
  const sum = summary(value)
  io.out(
    [...lines, sum === '' ? `${target.topology}: up to date` : `${target.topology}: ${sum}`, ''].join('\n'),
  )
  return sum === '' ? 0 : 1
}

function driftLines(
  { missing, changed, stale, foreign }: Comparison,
  wanted: FileTree,
  target: Target,
  { style }: Io,
) {
  const shown = differences(changed, wanted)
  const colour = (line: string): string =>
    (line.startsWith('+') ? style.green : line.startsWith('-') ? style.red : style.dim)(line)
  return [
    ...missing.map(path => `${style.green('missing')}  ${target.show(path)}`),
    ...changed.flatMap(({ path }) => [
      `${style.yellow('changed')}  ${target.show(path)}`,
      ...(shown.get(path) ?? []).map(line => `  ${colour(line)}`),
    ]),
    ...stale.map(({ path }) => `${style.red('stale')}    ${target.show(path)}`),
    ...foreign.map(({ path, why }) => `${style.red('foreign')}  ${target.show(path)}: ${why}`),
  ]
}

function summary({ missing, changed, stale, foreign }: Comparison): string {
  const counts = { missing, changed, stale, foreign }
  return Object.entries(counts)
    .filter(([, files]) => files.length > 0)
    .map(([name, files]) => `${files.length} ${name}`)
    .join(', ')
}
