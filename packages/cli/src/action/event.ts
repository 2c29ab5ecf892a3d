import { readFileSync } from 'node:fs'
import type { Io } from '../io.ts'

/** What happened on GitHub, as far as the action cares. */
export interface Event {
  readonly name: string
  /** Number of the pull request that it is about. */
  readonly pullRequest?: number
  /** Somebody who may not write to the repository may have written what is checked out; true where nobody can tell. */
  readonly foreign: boolean
  /** The commit that the change starts from. */
  readonly base?: string
  /** The last commit of the pull request's branch. */
  readonly head?: string
}

interface Repository {
  readonly full_name?: string
}

/** The parts of a payload that are read here; any of them may be missing. */
interface Payload {
  readonly before?: string
  readonly forced?: boolean
  readonly issue?: { readonly number?: number; readonly pull_request?: object }
  readonly merge_group?: { readonly base_sha?: string }
  readonly pull_request?: {
    readonly number?: number
    readonly base?: { readonly sha?: string }
    readonly head?: { readonly repo?: Repository | null; readonly sha?: string }
  }
  readonly workflow_run?: { readonly head_repository?: Repository | null }
}

/** Reads the event that started the workflow. A payload that cannot be read is one of a stranger. */
export function readEvent(env: Io['env']): Event {
  const name = env.GITHUB_EVENT_NAME ?? ''
  const payload = readPayload(env.GITHUB_EVENT_PATH)
  const number = payload?.pull_request?.number ?? (payload?.issue?.pull_request && payload.issue.number)
  const base = payload === undefined ? undefined : baseOf(payload)
  const head = payload?.pull_request?.head?.sha
  return {
    name,
    foreign: payload === undefined || isForeign(payload, env.GITHUB_REPOSITORY),
    ...(number !== undefined && { pullRequest: number }),
    ...(base !== undefined && { base }),
    ...(head !== undefined && { head }),
  }
}

function readPayload(path: string | undefined): Payload | undefined {
  try {
    return JSON.parse(readFileSync(path ?? '', 'utf8')) as Payload
  } catch {
    return undefined
  }
}

// A fork that was deleted has no repository any more. A comment on a pull request does not say whose branch that is.
function isForeign(
  { pull_request: pull, workflow_run: run, issue }: Payload,
  ours: string | undefined,
): boolean {
  if (pull !== undefined) return ours === undefined || pull.head?.repo?.full_name !== ours
  if (run !== undefined) return ours === undefined || run.head_repository?.full_name !== ours
  return issue?.pull_request !== undefined
}

function baseOf({ pull_request: pull, merge_group: group, before, forced }: Payload): string | undefined {
  const sha = pull?.base?.sha ?? group?.base_sha
  if (sha !== undefined) return sha
  // Zeros stand for a branch that did not exist; what a forced push left behind is not fetched.
  return before === undefined || forced === true || /^0+$/.test(before) ? undefined : before
}
