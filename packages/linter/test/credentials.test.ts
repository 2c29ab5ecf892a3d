import { lint } from '@espalier/linter'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf } from './fleet-of.ts'

const test = suite('credentials in texts')

const config = (text: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata:\n  text: ${JSON.stringify(text)}\n`
const rules = (text: string) => lint([fleetOf({ 'a/1.yaml': config(text) })]).findings.map(({ rule }) => rule)
const users = (user: unknown) =>
  JSON.stringify({ apiVersion: 'v1', kind: 'Config', users: [{ name: 'x', user }] })
const begin = (kind: string) => `-----BEGIN ${kind}PRIVATE KEY-----`

test('a private key is one in whatever form it is quoted', () => {
  const body = 'A'.repeat(64)
  for (const kind of ['', 'RSA ', 'EC ', 'OPENSSH ', 'ENCRYPTED '])
    for (const end of ['\n', '\r\n', '\\n'])
      assert.equal(rules(`${begin(kind)}${end}${body}`), ['security/credential-in-text'], kind + end)
  assert.equal(rules(`${begin('')} is the first line`), [])
  assert.equal(rules(`-----BEGIN PUBLIC KEY-----\n${body}`), [])
})

test('a kubeconfig is one only with credentials, as YAML or as JSON', () => {
  for (const user of [{ token: 'x' }, { 'client-key-data': 'eA==' }, { username: 'u', password: 'p' }])
    assert.equal(rules(users(user)), ['security/credential-in-text'])
  for (const user of [
    {},
    null,
    'x',
    { token: '' },
    { token: `\${TOKEN}` },
    { exec: { command: 'aws' } },
    { tokenFile: '/x' },
  ])
    assert.equal(rules(users(user)), [])
  assert.equal(rules('kind: Config\nusers: {{ .users }}\n'), [])
})

test.run()
