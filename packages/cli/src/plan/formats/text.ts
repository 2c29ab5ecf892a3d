import type { ChangedObject, ClusterChanges, FieldChange, PlannedObject } from '@espalier/generator'
import type { TextOptions } from '@espalier/linter'
import { writeReported } from '@espalier/linter/text'
import { fullName } from '@espalier/model'
import { plainStyle, type Style } from '@espalier/model/style'
import { count } from '../../count.ts'
import { printable } from '../../files/display.ts'
import { wrap } from '../../wrap.ts'
import type { PlanFormat } from '../plan-format.ts'
import type { PlannedTopology, PlanReport } from '../plan-report.ts'
import { removalCommand } from '../removal-command.ts'
import { sentenceOf } from '../sentence.ts'
import { cut, valueText } from '../value-text.ts'

/** For people: the reach of the change, then cluster by cluster what becomes of each object, and what the linter says. */
export const text: PlanFormat = {
  name: 'text',
  write(report, options) {
    const { base, topologies } = report
    const several = topologies.length > 1
    const sections = [
      [
        `Compared with ${printable(base.ref)} (${base.commit.slice(0, 7)})`,
        ...lines(sentenceOf(report), options),
      ],
      ...topologies.flatMap(one => clustersOf(one, several, options)),
      ...topologies.flatMap(one => orderOf(one, options)),
      ...findingsOf(report, options),
      report.notes.flatMap(note => lines(`Note: ${note}`, options)),
    ]
    return sections
      .filter(section => section.length > 0)
      .map(section => `${section.join('\n')}\n`)
      .join('\n')
  },
}

function lines(sentence: string, { frames, width }: TextOptions): readonly string[] {
  return frames ? wrap(printable(sentence), width) : [printable(sentence)]
}

function clustersOf(
  { topology, clusters }: PlannedTopology,
  several: boolean,
  options: TextOptions,
): readonly string[][] {
  const { style } = options
  return clusters.map(one => [
    style.bold(several ? `${topology}/${one.cluster}` : one.cluster),
    ...one.added.map(object => `  ${style.green('+')} ${titleOf(object)}`),
    ...one.changed.flatMap(object => changeOf(object, options)),
    ...one.removed.map(
      object => `  ${style.red('-')} ${titleOf(object)}${object.orphans ? '; what it applied stays' : ''}`,
    ),
    ...one.left.flatMap(object => leftOf(one, object, style)),
    ...(one.moved.length === 0
      ? []
      : [`  ${count(one.moved.length, 'file')} written anew, with the same objects`]),
    ...(isBare(one) ? ['  only what engines read of the tree changes'] : []),
  ])
}

function isBare({ added, changed, removed, left, moved }: ClusterChanges): boolean {
  return added.length + changed.length + removed.length + left.length + moved.length === 0
}

function changeOf(object: ChangedObject, options: TextOptions): readonly string[] {
  const { style } = options
  return [`  ${style.yellow('~')} ${titleOf(object)}`, ...object.fields.map(one => fieldOf(one, options))]
}

function fieldOf({ field, before, after }: FieldChange, { style, frames, width }: TextOptions): string {
  const head = `      ${printable(field)}: `
  const [old, now] = [printable(valueText(before)), printable(valueText(after))]
  const room = frames ? Math.max(20, width - head.length - ' -> '.length) : Number.POSITIVE_INFINITY
  const half = Math.floor(room / 2)
  const mine = cut(old, Math.max(half, room - now.length))
  return `${head}${style.red(mine)} -> ${style.green(cut(now, room - mine.length))}`
}

function leftOf({ cluster }: ClusterChanges, object: PlannedObject, style: Style): readonly string[] {
  const all = object.object.kind === 'Namespace' ? ' with everything in it' : ''
  return [
    `  ${style.yellow('!')} ${titleOf(object)} stays; this removes it${all}:`,
    `      ${printable(removalCommand(cluster, object))}`,
  ]
}

function titleOf({ object }: PlannedObject): string {
  return printable(`${object.kind} ${fullName(object)}`)
}

function orderOf({ rollout }: PlannedTopology, options: TextOptions): readonly string[][] {
  if (rollout.length < 2) return []
  const steps = rollout.flatMap(({ clusters, reason }, at) => {
    const [first = '', ...rest] = lines(`${clusters.join(', ')}: ${reason}`, {
      ...options,
      width: options.width - 5,
    })
    return [`  ${at + 1}. ${first}`, ...rest.map(line => `     ${line}`)]
  })
  return [[options.style.bold('Order'), ...steps]]
}

function findingsOf({ findings }: PlanReport, options: TextOptions): readonly string[][] {
  const { style } = options
  const fixed = writeReported(findings.fixed, { frames: false, width: options.width, style: plainStyle })
  const open = findings.unchanged === 0 ? '' : `; ${findings.unchanged} as before`
  return [
    ...(findings.new.length === 0
      ? []
      : [[style.bold('New findings'), writeReported(findings.new, options).trimEnd()]]),
    ...(findings.fixed.length === 0 ? [] : [[style.bold('Fixed findings'), firstLines(fixed)]]),
    [`${count(findings.new.length, 'new finding')}, ${findings.fixed.length} fixed${open}`],
  ]
}

// What was wrong is enough; how to mend it is no news any more.
function firstLines(written: string): string {
  return written
    .split('\n')
    .filter(line => line !== '' && !line.startsWith(' '))
    .join('\n')
}
