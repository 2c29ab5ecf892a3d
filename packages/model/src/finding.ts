import type { Place } from './source.ts'

export type Severity = 'error' | 'warning' | 'info'

export const severities: readonly Severity[] = ['error', 'warning', 'info']

/** The other end of a problem: what it was compared with. */
export interface Related {
  readonly at: Place
  readonly message: string
}

/** What code reports: which check failed, where, and the facts. Severity and remedy belong to the policy that names the check. */
export interface Problem {
  readonly check: string
  readonly message: string
  readonly at: Place
  readonly related?: readonly Related[]
}

/** The object a finding is about, as Kubernetes names it. */
export interface ObjectName {
  readonly apiVersion: string
  readonly kind: string
  readonly namespace?: string
  readonly name: string
}

export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly at: Place
  readonly related: readonly Related[]
  readonly remedy: string
  readonly cluster?: string
  readonly object?: ObjectName
}

/** A value where one could be made, and everything that was wrong on the way. */
export interface Outcome<T> {
  readonly value?: T
  readonly problems: readonly Problem[]
}
