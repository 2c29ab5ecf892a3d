import { field, isRecord, text } from './fields.ts'
import type { Entry } from './fleet.ts'

/** The IAM policy document in the text of an IAMAuthPolicy; undefined where the text is none. */
export function policyDocument({ object }: Entry): Readonly<Record<string, unknown>> | undefined {
  const document = parse(text(field(object, 'spec', 'policy')) ?? '')
  return isRecord(document) ? document : undefined
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** True where a document allows something, but to nobody who has not signed the request. */
export function allowsOnlyNamed(document: Readonly<Record<string, unknown>>): boolean {
  const { Statement: statements } = document
  const allowing = [statements].flat().filter(statement => field(statement, 'Effect') === 'Allow')
  return allowing.length > 0 && allowing.every(namesCallers)
}

function namesCallers(statement: unknown): boolean {
  const principal = field(statement, 'Principal')
  const callers = isRecord(principal) ? principal.AWS : principal
  // Whom NotPrincipal leaves is not worked out here.
  return principal !== undefined && ![callers].flat().includes('*')
}
