import { readYaml, type Source } from '@espalier/model'
import { field, isRecord, list } from './fields.ts'
import { oncePer } from './once-per.ts'
import { isPlaceholder } from './placeholder.ts'

/** A kind of credential that a text may hold, by the name that policies call it. */
interface Form {
  /** To go on after "holds". */
  readonly words: string
  isIn(text: string): boolean
}

// With the beginning of the key itself: texts that only speak of keys have the line alone.
const pem = /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY-----(?:\s|\\[nr])+[A-Za-z0-9+/=]{20}/
const awsKey = /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/g
const jwt = /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/
const kubeconfig = /\bkind["']?\s*:\s*["']?Config\b/

export const credentialForms: Readonly<Record<string, Form>> = {
  'private-key': { words: 'a private key', isIn: text => pem.test(text) },
  kubeconfig: { words: 'a kubeconfig with credentials', isIn: isKubeconfig },
  // The keys of the AWS documentation end so.
  'aws-key': {
    words: 'an access key of AWS',
    isIn: text => (text.match(awsKey) ?? []).some(key => !key.endsWith('EXAMPLE')),
  },
  token: { words: 'a signed token', isIn: text => jwt.test(text) },
}

// In the text of a file, where quotes may be escaped; everything that a form can be has one of these.
const traces: readonly string[] = ['PRIVATE KEY-----', 'AKIA', 'ASIA', 'eyJ']
const usersTrace = /\busers\\?["']?\s*:/

/** False for a file in which no text can hold a credential, so that few files are walked. */
export const mayHoldCredentials: (file: Source) => boolean = oncePer(
  ({ text }) =>
    traces.some(trace => text.includes(trace)) || (text.includes('users') && usersTrace.test(text)),
)

function isKubeconfig(text: string): boolean {
  if (!kubeconfig.test(text)) return false
  return readYaml({ file: '', text }).documents.some(({ value }) =>
    list(field(value, 'users')).some(one => hasCredentials(field(one, 'user'))),
  )
}

function hasCredentials(user: unknown): boolean {
  if (!isRecord(user)) return false
  return ['token', 'password', 'client-key-data'].some(key => !isPlaceholder(user[key]))
}
