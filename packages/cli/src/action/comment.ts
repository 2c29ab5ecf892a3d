import { relative } from 'node:path'
import { digest } from '@espalier/model'
import { slashed } from '../files/display.ts'
import type { Io } from '../io.ts'
import type { Event } from './event.ts'
import type { Inputs } from './inputs.ts'
import { commentLimit } from './limit.ts'
import { type Page, writePage } from './page.ts'

/** How a comment went, where somebody should know. */
export interface CommentNote {
  readonly level: 'notice' | 'warning'
  readonly message: string
}

const secondsForGitHub = 30

/** Writes the page on the pull request, if that was asked for and there is one. Never decides about the step. */
export async function comment(
  inputs: Inputs,
  event: Event,
  page: Page,
  env: Io['env'],
): Promise<CommentNote | undefined> {
  if (!inputs.comment || event.pullRequest === undefined) return undefined
  const instead = 'the job summary has the report'
  if (event.foreign && event.name === 'pull_request')
    return {
      level: 'notice',
      message: `a pull request from a fork gets no comment, because its token may only read; ${instead}`,
    }
  if (inputs.token === '')
    return { level: 'warning', message: `no comment was written, because token is empty; ${instead}` }
  const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/')
  const marker = markerOf(inputs)
  // Loaded here, because most runs write no comment.
  const { stickyComment } = await import('./sticky-comment.ts')
  const { error } = await stickyComment(
    {
      apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
      token: inputs.token,
      owner,
      repo,
      pullRequest: event.pullRequest,
      marker,
      seconds: Number(env.ESPALIER_API_SECONDS) || secondsForGitHub,
    },
    writePage({ ...page, head: `${marker}\n${page.head}` }, commentLimit),
  )
  if (error === undefined) return undefined
  return { level: 'warning', message: `no comment was written: ${error}; ${instead}` }
}

/** The same for every run of one use of the action, and another for each other use in the repository. */
function markerOf({ command, workspace, directory, topologies, paths }: Inputs): string {
  const use = [command, slashed(relative(workspace, directory)), topologies, paths]
  return `<!-- espalier ${digest(JSON.stringify(use)).slice(0, 16)} -->`
}
