import type { FileTree } from '@espalier/model'
import type { ExitCode } from '../command.ts'
import type { Io } from '../io.ts'
import type { Comparison } from './compare-tree.ts'
import { differences } from './difference.ts'
import { formerName, renamed } from './former-name.ts'
import { movedRoots } from './moved-roots.ts'
import { surveyTree } from './survey.ts'
import type { Target } from './target.ts'

/** `render --check`: says how the disk differs from the tree and changes nothing. A tree is incomplete where extensions did not run. */
export async function checkTree(
  wanted: FileTree,
  target: Target,
  incomplete: boolean,
  io: Io,
): Promise<ExitCode> {
  const survey = await surveyTree(wanted, target, io.env)
  if (survey.error !== undefined) {
    io.err(`espalier render: ${survey.error}\n`)
    return 2
  }
  const comparison = incomplete ? sureOf(survey.value.comparison) : survey.value.comparison
  const former = formerName(comparison.foreign, target)
  for (const line of movedRoots(comparison.stale, wanted, target)) io.err(`${line}\n`)
  if (former !== undefined) io.err(`help: ${renamed(former, target)}\n`)
  const lines = driftLines(comparison, wanted, target, io)
  const sum = summary(comparison)
  const doubt = incomplete ? [doubtOf(survey.value.comparison)] : []
  const verdict = sum === '' && !incomplete ? 'up to date' : sum
  const said = [...doubt, ...(verdict === '' ? [] : [verdict])].map(one => `${target.topology}: ${one}`)
  io.out([...lines, ...said, ''].join('\n'))
  return sum === '' ? 0 : 1
}

/** Extensions add and change, but remove nothing: what is missing without them is missing with them. */
function sureOf(comparison: Comparison): Comparison {
  return { ...comparison, changed: [], stale: [] }
}

function doubtOf({ changed, stale }: Comparison): string {
  const many = changed.length + stale.length
  const files = many === 1 ? '1 file that differs is' : `${many} files that differ are`
  return `incomplete, because extensions did not run: ${files} not judged`
}

function driftLines(
  { missing, changed, stale, foreign, strangers }: Comparison,
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
    ...[...foreign, ...strangers].map(
      ({ path, why }) => `${style.red('foreign')}  ${target.show(path)}: ${why}`,
    ),
  ]
}

function summary({ missing, changed, stale, foreign, strangers }: Comparison): string {
  const counts = { missing, changed, stale, foreign: [...foreign, ...strangers] }
  return Object.entries(counts)
    .filter(([, files]) => files.length > 0)
    .map(([name, files]) => `${files.length} ${name}`)
    .join(', ')
}
