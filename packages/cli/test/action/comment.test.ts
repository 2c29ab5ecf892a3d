import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { withTree } from '../shop-tree.ts'
import { assertInert } from './assert-inert.ts'
import { type Fault, type GitHubApi, withGitHubApi } from './github-api.ts'
import { pullRequest } from './pull-request.ts'
import { type Step, step } from './step.ts'

const test = suite('the comment of the action')

const asked = { comment: 'true', token: 'secret' }

function stepWith(
  { url }: Pick<GitHubApi, 'url'>,
  root: string,
  inputs = {},
  event = pullRequest(),
): Promise<Step> {
  return step(root, {
    inputs: { ...asked, ...inputs },
    event,
    env: { GITHUB_API_URL: url, ESPALIER_API_SECONDS: '20' },
  })
}

const markerIn = (body: string): string => /^<!-- espalier [0-9a-f]{16} -->\n/.exec(body)?.[0] ?? ''

test(
  'is written once, then kept up to date',
  withTree(({ root, put }) =>
    withGitHubApi(async api => {
      const first = await stepWith(api, root)
      assert.equal([first.code, first.obeyed], [0, []], first.log)
      const [written] = api.comments
      assert.is(api.comments.length, 1)
      assert.match(
        written?.body ?? '',
        /^<!-- espalier [0-9a-f]{16} -->\n### Espalier lint: passed\n\nno findings in/,
      )
      put('clusters/config/broken.yaml', 'a: [')
      assert.is((await stepWith(api, root)).code, 1)
      assert.is(api.comments.length, 1)
      assert.is(written?.id, api.comments[0]?.id)
      assert.match(written?.body ?? '', '### Espalier lint: failed')
      assert.equal([...new Set(api.requests.map(({ token }) => token))], ['token secret'])
    }),
  ),
)

test(
  'is found among many, and never anybody else’s',
  withTree(({ root }) =>
    withGitHubApi(async api => {
      await stepWith(api, root)
      const [own] = api.comments.splice(0)
      const marker = markerIn(own?.body ?? '')
      assert.is.not(marker, '')
      for (let id = 1; id <= 150; id++)
        api.comments.push({
          id,
          login: 'someone',
          body: id === 3 ? `${marker}not ours` : `> ${marker}quoted`,
        })
      const before = api.comments.map(({ body }) => body)

      await stepWith(api, root)
      assert.equal(
        api.comments.slice(0, 150).map(({ body }) => body),
        before,
      )
      assert.is(api.comments.length, 151)

      api.comments.splice(150)
      api.comments.push({ id: 777, login: 'github-actions[bot]', body: `${marker}old` })
      await stepWith(api, root)
      assert.equal(
        api.comments.slice(0, 150).map(({ body }) => body),
        before,
      )
      assert.is(api.comments.length, 151)
      assert.match(api.comments[150]?.body ?? '', '### Espalier lint: passed')
      assert.is(api.requests.filter(({ path }) => path.includes('page=2')).length, 2)
    }),
  ),
)

test(
  'is another one for another command, folder or topology',
  withTree(({ root }) =>
    withGitHubApi(async api => {
      const uses = [
        {},
        { command: 'check' },
        { topology: 'topology.yaml' },
        { 'working-directory': 'clusters' },
      ]
      for (const inputs of [...uses, ...uses]) assert.is((await stepWith(api, root, inputs)).code, 0)
      assert.is(api.comments.length, uses.length)
      assert.is(new Set(api.comments.map(({ body }) => markerIn(body))).size, uses.length)
    }),
  ),
)

test(
  'is not written where nobody asked, nobody could read it, or there is no token',
  withTree(({ root }) =>
    withGitHubApi(async api => {
      const off = await stepWith(api, root, { comment: 'false' })
      const push = await stepWith(api, root, {}, {})
      assert.equal([off.code, off.obeyed, push.code, push.obeyed], [0, [], 0, []])
      const bare = await stepWith(api, root, { token: '' })
      const text = 'no comment was written, because token is empty; the job summary has the report'
      assert.equal([bare.code, bare.obeyed.map(({ name, text }) => [name, text])], [0, [['warning', text]]])
      assert.match(bare.summary, 'no comment was written, because token is empty')
      assert.equal(api.requests, [])
    }),
  ),
)

test(
  'is not tried for a fork, and the summary says so',
  withTree(({ root }) =>
    withGitHubApi(async api => {
      const gone = { pull_request: { number: 7, head: { repo: null } } }
      for (const event of [pullRequest('mallory/fleet'), gone]) {
        const { code, obeyed, summary } = await stepWith(api, root, {}, event)
        assert.is(code, 0)
        const said = 'a pull request from a fork gets no comment, because its token may only read'
        assert.equal(
          obeyed.map(({ name, text }) => [name, text]),
          [['notice', `${said}; the job summary has the report`]],
        )
        assert.match(summary, said)
        assert.match(summary, '### Espalier lint: passed')
      }
      assert.equal(api.requests, [])
    }),
  ),
)

const faults: readonly [string, Fault, string][] = [
  [
    'GET',
    { status: 403, message: 'Resource not accessible by integration' },
    'GitHub answered 403, so the token may not do that; the job needs "permissions: pull-requests: write": Resource not accessible by integration',
  ],
  [
    'GET',
    { status: 404, message: 'Not Found' },
    'GitHub answered 404, so the token may not see the pull request',
  ],
  [
    'POST',
    { status: 401, message: 'Bad credentials' },
    'GitHub answered 401, so the token is not valid: Bad credentials',
  ],
  ['POST', { status: 422, message: 'Validation Failed' }, 'GitHub answered 422: Validation Failed'],
  ['POST', { status: 500, message: 'oh\n::error::no' }, 'GitHub answered 500: oh\uFFFD::error::no'],
  [
    'GET',
    { status: 403, message: 'API rate limit exceeded for installation ID 1.' },
    "GitHub's rate limit is used up (403): API rate limit exceeded for installation ID 1.",
  ],
  ['POST', { status: 429, message: 'slow down' }, "GitHub's rate limit is used up (429): slow down"],
]

async function warnsOf(root: string, [method, fault, text]: (typeof faults)[number]): Promise<void> {
  await withGitHubApi(
    async api => {
      const { code, obeyed, summary } = await stepWith(api, root)
      assert.is(code, 0)
      assert.equal(
        obeyed.map(({ name, properties }) => [name, properties.title]),
        [['warning', 'espalier lint']],
      )
      assert.match(obeyed[0]?.text ?? '', `no comment was written: ${text}`)
      assert.match(summary, 'no comment was written')
      assert.equal(api.comments, [])
    },
    request => (request.method === method ? fault : undefined),
  )
}

test(
  'is a matter of its own: what GitHub refuses is a warning, and the verdict stands',
  withTree(async ({ root, put }) => {
    await Promise.all(faults.map(fault => warnsOf(root, fault)))
    put('clusters/config/broken.yaml', 'a: [')
    await withGitHubApi(
      async api => {
        const { code, obeyed } = await stepWith(api, root)
        assert.equal([code, obeyed.map(({ name }) => name)], [1, ['error', 'warning']])
      },
      () => ({ status: 500, message: 'no' }),
    )
  }),
)

test(
  'is given up when GitHub does not answer, or is not there',
  withTree(async ({ root }) => {
    await withGitHubApi(
      async ({ url }) => {
        const env = { GITHUB_API_URL: url, ESPALIER_API_SECONDS: '0.2' }
        const { code, obeyed } = await step(root, { inputs: asked, event: pullRequest(), env })
        assert.is(code, 0)
        assert.match(obeyed[0]?.text ?? '', 'no comment was written: GitHub did not answer within 0.2 s')
      },
      () => 'hang',
    )
    const { code, obeyed } = await stepWith({ url: 'http://127.0.0.1:1' }, root)
    assert.is(code, 0)
    assert.match(obeyed[0]?.text ?? '', 'no comment was written: GitHub could not be asked: ')
  }),
)

test(
  'stays within what GitHub takes, and notifies nobody',
  withTree(({ root, put }) =>
    withGitHubApi(async api => {
      const name = '@acme/owners ``` <script> #1'
      const route = `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: "${name}", namespace: default}\nspec: {parentRefs: [{name: my-gateway, namespace: lattice-gateway}]}\n`
      put('clusters/workload-1/@acme`s.yaml', Array(300).fill(route).join('---\n'))
      assert.is((await stepWith(api, root)).code, 1)
      const [{ body } = { body: '' }] = api.comments
      assert.ok(body.length <= 65_536 && body.length > 60_000, `${body.length}`)
      assert.match(body, /\n\nThe rest did not fit here; the log of the step has everything\.\n$/)
      assertInert(body.replace(markerIn(body), ''))
    }),
  ),
)

test.run()
