import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Comment {
  readonly id: number
  readonly login: string
  body: string
}

export interface Request {
  readonly method: string
  readonly path: string
  readonly token: string
}

export interface GitHubApi {
  readonly url: string
  readonly comments: Comment[]
  readonly requests: readonly Request[]
}

interface Answer {
  readonly status: number
  readonly value?: unknown
  readonly message?: string
  /** Path of the page that follows. */
  readonly next?: string
}

/** What is said in place of the right answer; `hang` says nothing, ever. */
export type Fault = 'hang' | Answer

/** Runs a body while a server on this machine keeps the comments of pull request 7, as GitHub's API does for the app of Actions. */
export async function withGitHubApi(
  body: (api: GitHubApi) => Promise<void>,
  faultAt: (request: Request) => Fault | undefined = () => undefined,
): Promise<void> {
  const comments: Comment[] = []
  const requests: Request[] = []
  const server = createServer(async (incoming, response) => {
    const request = {
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      token: incoming.headers.authorization ?? '',
    }
    requests.push(request)
    const sent = await textOf(incoming)
    const fault = faultAt(request)
    if (fault === 'hang') return
    const body = sent === '' ? {} : JSON.parse(sent)
    const { status, message, value, next } = fault ?? serve(request, body, comments)
    if (next !== undefined) response.setHeader('link', `<http://${incoming.headers.host}${next}>; rel="next"`)
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(value ?? { message }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    await body({ url: `http://127.0.0.1:${port}`, comments, requests })
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

function serve({ method, path }: Request, sent: { readonly body?: string }, comments: Comment[]): Answer {
  const url = new URL(path, 'http://127.0.0.1')
  const call = `${method} ${url.pathname}`
  if (call === 'POST /graphql')
    return { status: 200, value: { data: { viewer: { login: 'github-actions[bot]' } } } }
  if (call === 'GET /repos/acme/fleet/issues/7/comments') return list(url, comments)
  if (call === 'POST /repos/acme/fleet/issues/7/comments') {
    const made = { id: 9000 + comments.length, login: 'github-actions[bot]', body: sent.body ?? '' }
    comments.push(made)
    return { status: 201, value: asSent(made) }
  }
  const [, id] = /^PATCH \/repos\/acme\/fleet\/issues\/comments\/(\d+)$/.exec(call) ?? []
  const found = comments.find(one => String(one.id) === id)
  if (found === undefined) return { status: 404, message: 'Not Found' }
  found.body = sent.body ?? ''
  return { status: 200, value: asSent(found) }
}

function list({ pathname, searchParams }: URL, comments: readonly Comment[]): Answer {
  const size = Math.min(Number(searchParams.get('per_page') ?? 30), 100)
  const page = Number(searchParams.get('page') ?? 1)
  const value = comments.slice((page - 1) * size, page * size).map(asSent)
  const next = `${pathname}?per_page=${size}&page=${page + 1}`
  return { status: 200, value, ...(page * size < comments.length && { next }) }
}

function asSent({ id, login, body }: Comment): object {
  return { id, body, user: { login } }
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of incoming.setEncoding('utf8')) text += chunk
  return text
}
