import { Octokit } from '@octokit/core'
import { paginateRest } from '@octokit/plugin-paginate-rest'
import type { Result } from '../files/result.ts'
import { apiProblem } from './api-problem.ts'

/** Where a comment goes, and how GitHub is reached. */
export interface CommentTarget {
  readonly apiUrl: string
  readonly token: string
  readonly owner: string
  readonly repo: string
  readonly pullRequest: number
  /** What the body begins with, unseen by readers; one comment of ours has it. */
  readonly marker: string
  /** For the whole conversation. */
  readonly seconds: number
}

/** Writes the comment, or rewrites the one that an earlier run wrote. */
export async function stickyComment(
  target: CommentTarget,
  body: string,
): Promise<Result<'created' | 'updated'>> {
  const { owner, repo, pullRequest: issue_number, seconds } = target
  const github = connect(target)
  try {
    const found = await findComment(github, target)
    if (found === undefined) {
      await github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        owner,
        repo,
        issue_number,
        body,
      })
      return { value: 'created' }
    }
    await github.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
      owner,
      repo,
      comment_id: found,
      body,
    })
    return { value: 'updated' }
  } catch (thrown) {
    return { error: apiProblem(thrown, seconds) }
  }
}

const Paginating = Octokit.plugin(paginateRest)
type GitHub = InstanceType<typeof Paginating>

function connect({ apiUrl, token, seconds }: CommentTarget): GitHub {
  const silent = () => {}
  return new Paginating({
    auth: token,
    baseUrl: apiUrl,
    // What it says may quote an answer, and the log obeys commands.
    log: { debug: silent, info: silent, warn: silent, error: silent },
    request: { signal: AbortSignal.timeout(seconds * 1000) },
  })
}

async function findComment(github: GitHub, target: CommentTarget): Promise<number | bigint | undefined> {
  const { owner, repo, pullRequest: issue_number, marker } = target
  const comments = await github.paginate('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    owner,
    repo,
    issue_number,
    per_page: 100,
  })
  const marked = comments.filter(({ body }) => body?.startsWith(marker))
  if (marked.length === 0) return undefined
  // The token of a workflow may edit everybody's comments, and anybody may write our marker. REST does not tell an app's token who it is.
  const { viewer } = await github.graphql<{ viewer: { login: string } }>('{ viewer { login } }')
  return marked.find(({ user }) => user?.login === viewer.login)?.id
}
