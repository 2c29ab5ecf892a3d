import type { Report, Step } from '@espalier/linter'
import { count } from '../count.ts'
import type { Io } from '../io.ts'

/** How long each step took, in milliseconds, in the order they first came. */
export interface Stats {
  readonly step: Step
  /** What `--stats` prints. */
  write(report: Report): string
}

/** At most so many rules are listed, of those that took long enough to be told; the others are summed up. */
const listed = 15
const least = 0.5

export function statsOf({ now }: Pick<Io, 'now'>): Stats {
  const times = new Map<string, number>()
  return {
    step(name, work) {
      const began = now()
      const value = work()
      const add = (): void => {
        times.set(name, (times.get(name) ?? 0) + now() - began)
      }
      if (value instanceof Promise) value.then(add, add)
      else add()
      return value
    },
    write: report => written(times, report),
  }
}

function written(times: ReadonlyMap<string, number>, { findings, suppressed, summary }: Report): string {
  const isRule = (name: string): boolean => name.includes('/')
  const stages = [...times].filter(([name]) => !isRule(name))
  const rules = [...times].filter(([name]) => isRule(name)).sort(([, a], [, b]) => b - a)
  const found = new Map<string, number>()
  for (const { rule } of [...findings, ...suppressed]) found.set(rule, (found.get(rule) ?? 0) + 1)
  const shown = rules.filter(([, time]) => time >= least).slice(0, listed)
  const rest = rules.slice(shown.length)
  const restFound = rest.reduce((sum, [name]) => sum + (found.get(name) ?? 0), 0)
  const total = (all: readonly (readonly [string, number])[]): number =>
    all.reduce((sum, [, time]) => sum + time, 0)
  return [
    `${count(summary.files, 'file')}, ${count(summary.manifests, 'manifest')}`,
    ...stages.map(([name, time]) => row(name, time)),
    row(count(rules.length, 'rule'), total(rules)),
    ...shown.map(([name, time]) => row(`  ${name}`, time, found.get(name) ?? 0)),
    ...(rest.length === 0 ? [] : [row(`  ${count(rest.length, 'other')}`, total(rest), restFound)]),
    '',
  ].join('\n')
}

function row(name: string, time: number, found?: number): string {
  const findings = found === undefined ? '' : count(found, 'finding').padStart(16)
  return `${name.padEnd(50)}${time.toFixed(0).padStart(8)} ms${findings}`
}
