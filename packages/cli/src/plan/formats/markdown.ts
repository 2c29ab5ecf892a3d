import type { ChangedObject, ClusterChanges, PlannedObject } from '@espalier/generator'
import { messageOf, type ReportedFinding } from '@espalier/linter'
import { fullName } from '@espalier/model'
import { count } from '../../count.ts'
import { code, escaped } from '../../markdown-text.ts'
import { fitting } from '../fitting.ts'
import type { PlanFormat } from '../plan-format.ts'
import type { PlannedTopology, PlanReport } from '../plan-report.ts'
import { removalCommand } from '../removal-command.ts'
import { sentenceOf } from '../sentence.ts'
import { valueText } from '../value-text.ts'

/** GitHub takes 65,536 characters of a comment; others add to this one. */
const longest = 60_000

/** So that the changes of one cluster do not push out those of all others. */
const longestCluster = 15_000

/** For pull requests: the sentence and the findings in the open, each cluster folded; what does not fit is counted. */
export const markdown: PlanFormat = {
  name: 'markdown',
  write(report) {
    const { topologies, notes } = report
    const several = topologies.length > 1
    const head = [
      `**${escaped(sentenceOf(report))}**`,
      ...findingsOf(report),
      ...topologies.flatMap(orderOf),
      ...notes.map(note => `> ${escaped(note)}`),
    ]
    const clusters = topologies.flatMap(({ topology, clusters }) =>
      clusters.map(one => clusterOf(one, several ? `${topology}/${one.cluster}` : one.cluster)),
    )
    const foot = `Compared with ${code(report.base.ref)} (${code(report.base.commit.slice(0, 7))}).`
    const say = (left: number): string =>
      `_${count(left, 'section')} more did not fit here; \`espalier plan\` shows everything._`
    return `${fitting([...head, ...clusters], foot, longest, say)}\n`
  },
}

function findingsOf({ findings }: PlanReport): readonly string[] {
  const { unchanged } = findings
  const tally = `${count(findings.new.length, 'new finding')}, ${findings.fixed.length} fixed, ${unchanged} as before`
  return [
    tally,
    ...(findings.new.length === 0 ? [] : [`### New findings\n\n${findings.new.map(findingOf).join('\n')}`]),
    ...(findings.fixed.length === 0
      ? []
      : [folded(count(findings.fixed.length, 'fixed finding'), findings.fixed.map(findingOf).join('\n'))]),
  ]
}

function findingOf(finding: ReportedFinding): string {
  const { severity, span, rule, remedy } = finding
  return `- ${severity} ${code(`${span.file}:${span.line}`)} ${escaped(messageOf(finding))} (${code(rule)})\n  ${escaped(remedy)}`
}

function orderOf({ rollout }: PlannedTopology): readonly string[] {
  if (rollout.length < 2) return []
  const steps = rollout.map(
    ({ clusters, reason }, at) => `${at + 1}. ${clusters.map(code).join(', ')}: ${escaped(reason)}`,
  )
  return [`### Order\n\n${steps.join('\n')}`]
}

function clusterOf(one: ClusterChanges, name: string): string {
  const { added, changed, removed, left, moved } = one
  const tally = [
    [added, 'added'],
    [changed, 'changed'],
    [removed, 'removed'],
    [left, 'left behind'],
    [moved, 'written anew'],
  ] as const
  const words = tally.filter(([all]) => all.length > 0).map(([all, verb]) => `${all.length} ${verb}`)
  const items = [
    ...added.map(object => `- added ${titleOf(object)}`),
    ...changed.map(changeOf),
    ...removed.map(
      object => `- removed ${titleOf(object)}${object.orphans ? '; what it applied stays' : ''}`,
    ),
    ...left.map(object => `- stays ${titleOf(object)}: ${code(removalCommand(one.cluster, object))}`),
  ]
  return folded(
    `${name}: ${words.join(', ') || 'only what engines read of the tree'}`,
    shortened(items).join('\n'),
  )
}

function shortened(items: readonly string[]): readonly string[] {
  let used = 0
  const end = items.findIndex(item => {
    used += item.length + 1
    return used > longestCluster
  })
  return end < 0 ? items : [...items.slice(0, end), `- and ${count(items.length - end, 'more object')}`]
}

function changeOf(object: ChangedObject): string {
  const fields = object.fields.map(
    ({ field, before, after }) =>
      `  - ${code(field)}: ${code(valueText(before))} → ${code(valueText(after))}`,
  )
  return [`- changed ${titleOf(object)}`, ...fields].join('\n')
}

function titleOf({ object }: PlannedObject): string {
  return `${escaped(object.kind)} ${code(fullName(object))}`
}

function folded(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`
}
