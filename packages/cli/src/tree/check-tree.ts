import type { FileTree } from '@espalier/model'
import type { ExitCode } from '../command.ts'
import type { Io } from '../io.ts'
import { talk } from '../talk.ts'
import type { Comparison } from './compare-tree.ts'
import { differences } from './difference.ts'
import { formerName, renamed } from './former-name.ts'
import { movedRoots } from './moved-roots.ts'
import { surveyTree } from './survey.ts'
import type { Target } from './target.ts'
import { type Unstaged, unstagedFiles } from './unstaged-files.ts'

export interface CheckOptions {
  /** Extensions did not run: not all of the tree is known. */
  readonly incomplete: boolean
  /** Whoever asks is about to commit: that the disk holds the tree is not enough. */
  readonly staged: boolean
}

/** `render --check`: says how the disk, and where asked for what is staged, differs from the tree; changes nothing. */
export async function checkTree(
  wanted: FileTree,
  target: Target,
  { incomplete, staged }: CheckOptions,
  io: Io,
): Promise<ExitCode> {
  const survey = await surveyTree(wanted, target, io.env)
  const index = staged ? await unstagedFiles(wanted, target, io.env) : { value: [] }
  if (survey.error !== undefined || index.error !== undefined) {
    talk('render', survey.error ?? index.error ?? '', io)
    return 2
  }
  const comparison = incomplete ? sureOf(survey.value.comparison) : survey.value.comparison
  const unstaged = alsoOnDisk(index.value, survey.value.comparison)
  const former = formerName(comparison.foreign, target)
  for (const line of movedRoots(comparison.stale, wanted, target)) io.err(`${line}\n`)
  if (former !== undefined) io.err(`help: ${renamed(former, target)}\n`)
  const lines = driftLines(comparison, wanted, target, io)
  for (const { path, why } of unstaged)
    lines.push(`${io.style.yellow('unstaged')} ${target.show(path)}: ${why}`)
  const sum = summary(comparison, unstaged)
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
  { missing, changed, stale, foreign, strangers, leftovers, leftoverFolders }: Comparison,
  wanted: FileTree,
  target: Target,
  { style }: Io,
): string[] {
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
    ...[...leftovers, ...leftoverFolders].map(
      path =>
        `${style.red('leftover')} ${target.show(path)}: of a render that was killed; the next one removes it`,
    ),
  ]
}

/** Those that are right on the disk, or gone from it; the others are said already. */
function alsoOnDisk(
  unstaged: readonly Unstaged[],
  { missing, changed, stale, foreign }: Comparison,
): readonly Unstaged[] {
  const said = new Set([...missing, ...[...changed, ...stale, ...foreign].map(({ path }) => path)])
  return unstaged.filter(({ path }) => !said.has(path))
}

function summary(
  { missing, changed, stale, foreign, strangers, leftovers, leftoverFolders }: Comparison,
  unstaged: readonly Unstaged[],
): string {
  const counts = {
    missing,
    changed,
    stale,
    foreign: [...foreign, ...strangers],
    leftover: [...leftovers, ...leftoverFolders],
    unstaged,
  }
  return Object.entries(counts)
    .filter(([, files]) => files.length > 0)
    .map(([name, files]) => `${files.length} ${name}`)
    .join(', ')
}
