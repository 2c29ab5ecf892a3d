import { printable } from '../files/display.ts'

/** Why GitHub did not do what it was asked, and what helps: one sentence without its end. */
export function apiProblem(thrown: unknown, seconds: number): string {
  if (!(thrown instanceof Error)) return printable(String(thrown))
  if (isTimeout(thrown)) return `GitHub did not answer within ${seconds} s`
  const status = 'status' in thrown && typeof thrown.status === 'number' ? thrown.status : undefined
  const said = printable(thrown.message)
  if (status === undefined || (status === 500 && isNetworkError(thrown)))
    return `GitHub could not be asked: ${said}`
  if (status === 429 || (status === 403 && /rate limit/i.test(said)))
    return `GitHub's rate limit is used up (${status}): ${said}`
  return `GitHub answered ${status}${hints[status] ?? ''}: ${said}`
}

const hints: Readonly<Record<number, string>> = {
  401: ', so the token is not valid',
  403: ', so the token may not do that; the job needs "permissions: pull-requests: write"',
  404: ', so the token may not see the pull request; the job needs "permissions: pull-requests: write"',
}

// Octokit wraps what fetch throws, and gives it the status 500 that no server sent.
function isTimeout(error: Error): boolean {
  return [error, error.cause].some(
    one => one instanceof Error && (one.name === 'TimeoutError' || one.name === 'AbortError'),
  )
}

function isNetworkError(error: Error): boolean {
  return !('response' in error) || error.response === undefined
}
