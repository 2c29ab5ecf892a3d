import type { Place } from '@espalier/model'
import { field, list, record } from './fields.ts'
import type { Entry } from './fleet.ts'
import { annotation, annotationAt } from './refs.ts'

/** An annotation that gives a rule its priority in VPC Lattice, where the lowest number is tried first. */
export interface WrittenPriority {
  /** Position of the rule, counted from 0. */
  readonly rule: number
  readonly text: string
  /** Missing where the text is no integer to the controller. */
  readonly value?: number
  readonly at: Place
}

/** The `rule-N-priority` annotations of a route, sorted by rule. */
export function writtenPriorities(route: Entry): readonly WrittenPriority[] {
  const keys = Object.keys(record(field(route.object.metadata, 'annotations')))
  return keys
    .flatMap(key => ruleOf(key) ?? [])
    .map(Number)
    .sort((a, b) => a - b)
    .flatMap(rule => {
      const key = `rule-${rule}-priority`
      const text = annotation(route, key)
      if (text === undefined) return []
      const value = /^[+-]?\d+$/.test(text) ? { value: Number(text) } : {}
      return [{ rule, text, ...value, at: annotationAt(route, key) }]
    })
}

// The controller writes the position as Go writes a number, so 01 is no rule's.
function ruleOf(key: string): string | undefined {
  return /^application-networking\.k8s\.aws\/rule-(0|[1-9]\d*)-priority$/.exec(key)?.[1]
}

/** The priority of each rule of a route; nothing where one is written that cannot be read. */
export function rulePriorities(route: Entry): readonly number[] | undefined {
  const count = list(field(route.object, 'spec', 'rules')).length
  const written = writtenPriorities(route).filter(({ rule }) => rule < count)
  if (written.some(({ value }) => value === undefined)) return undefined
  return simulatePriorities(count, new Map(written.map(({ rule, value = 0 }) => [rule, value])))
}

/**
 * What the controller makes of the numbers that some of a route's rules have: the others go on counting after the last of these by
 * position, even if it is not the highest. Source: aws-application-networking-k8s@v2.1.3 pkg/gateway/model_build_rule.go.
 */
export function simulatePriorities(count: number, given: ReadonlyMap<number, number>): readonly number[] {
  const positions = [...Array(count).keys()]
  const last = positions.filter(rule => given.has(rule)).at(-1)
  let next = last === undefined ? 0 : (given.get(last) ?? 0)
  return positions.map(rule => {
    const own = given.get(rule)
    if (own === undefined) next += 1
    return own ?? next
  })
}
