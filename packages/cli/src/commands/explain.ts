import { didYouMean, policies as ownPolicies, type Policy } from '@espalier/model'
import { examples } from '@espalier/model/examples'
import { readArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { diskFiles } from '../files/disk-files.ts'
import { findTopologies } from '../files/find-topologies.ts'
import { loadTopology } from '../files/load-topology.ts'
import type { Result } from '../files/result.ts'
import type { Io } from '../io.ts'
import { usageError } from '../usage-error.ts'
import { wrap } from '../wrap.ts'

const usage = `Usage: espalier explain [options] [RULE]

Says why a rule exists, what to do about its findings and where the fact comes
from. Without a rule: lists them all.

  --policy PATH  rules of your own, beside those of lint.policies: a file or a
                 folder; repeatable
`
const options = { policy: { type: 'string', multiple: true } } as const

export const explain: Command = {
  name: 'explain',
  summary: 'list the rules, or say why one exists and what to do',
  usage,
  async run(args, io) {
    const { values, positionals, error } = readArguments(args, options, 1)
    if (error !== undefined) return usageError('explain', error, io)
    const [id] = positionals
    const around = await policiesAround(io)
    const given = await policiesIn(values.policy ?? [], io)
    if (given.error !== undefined) return usageError('explain', given.error, io)
    // A file may be named by both.
    const others = given.value.filter(one => around.every(other => other.id !== one.id))
    const policies = [...ownPolicies, ...around, ...others]
    const policy = policies.find(one => one.id === id)
    if (id !== undefined && policy === undefined) {
      const known = policies.map(one => one.id)
      return usageError('explain', `there is no rule "${id}"${didYouMean(id, known)}`, io)
    }
    io.out(policy === undefined ? listOf(policies, io) : pageOf(policy, io))
    return 0
  },
}

/** Those that the topology around names; what is wrong with it, or them, is for other commands to say. */
async function policiesAround({ cwd }: Io): Promise<readonly Policy[]> {
  const loaded = await Promise.all((findTopologies(cwd).value ?? []).map(file => loadTopology(file)))
  const topologies = loaded.flatMap(({ value }) => {
    const { file, model } = value ?? {}
    return file === undefined || model === undefined || (model.lint.policies ?? []).length === 0
      ? []
      : [{ file, model }]
  })
  if (topologies.length === 0) return []
  const { userPolicies } = await import('../lint/user-policies.ts')
  const { value } = await userPolicies({ cwd, given: [], topologies }, diskFiles)
  return value?.policies ?? []
}

async function policiesIn(given: readonly string[], io: Io): Promise<Result<readonly Policy[]>> {
  if (given.length === 0) return { value: [] }
  const { userPolicies } = await import('../lint/user-policies.ts')
  const user = await userPolicies({ cwd: io.cwd, given, topologies: [] }, diskFiles)
  if (user.error !== undefined) return user
  const { policies, findings } = user.value
  if (findings.length === 0) return { value: policies }
  const { printFindings } = await import('../print-findings.ts')
  printFindings(findings, io)
  return { error: 'a policy cannot be used' }
}

/** Rules by area, each with what holds where it is kept. */
function listOf(all: readonly Policy[], { style, width }: Io): string {
  const areas = [...new Set(all.map(({ id }) => areaOf(id)))]
  const entry = ({ id, severity, title }: Policy): readonly string[] => [
    `  ${id}  ${style.dim(severity)}`,
    ...wrap(title, lineWidth(width) - 6).map(line => `      ${line}`),
  ]
  return areas
    .map(area => {
      const rules = all.filter(({ id }) => areaOf(id) === area)
      return [style.bold(area), ...rules.flatMap(entry), ''].join('\n')
    })
    .join('\n')
}

function areaOf(id: string): string {
  return id.slice(0, id.indexOf('/'))
}

function pageOf({ id, severity, title, why, remedy, source = [] }: Policy, { style, width }: Io): string {
  const section = (name: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', style.bold(name), ...lines.map(line => `  ${line}`.trimEnd())]
  const text = (words: string): readonly string[] => wrap(words, lineWidth(width) - 2)
  const { wrong, right } = examples[id] ?? {}
  return [
    `${style.bold(id)}  ${severity}`,
    ...wrap(title, lineWidth(width)),
    ...section('Why', text(why)),
    ...section('What to do', text(remedy)),
    ...section('Wrong', wrong?.split('\n') ?? []),
    ...section('Right', right?.split('\n') ?? []),
    ...section('Source', source),
    '',
  ].join('\n')
}

/** Prose gets no easier to read beyond 100 columns. */
function lineWidth(width: number): number {
  return Math.max(40, Math.min(width, 100))
}
