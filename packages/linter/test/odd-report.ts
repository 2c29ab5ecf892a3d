import { lint, type Report } from '@espalier/linter'
import { type Finding, placeOf } from '@espalier/model'

/** What manifests and paths can hold and texts of other formats have a meaning for, or no way to write. */
export const odd = '</failure>]]>&amp;"\'%20#?[x](1)\\\t\r\n\u0000\u001b[2J\ud800\uffff\u2028\u{1f600}{0}'

/** A report whose every word is odd. */
export function oddReport(): Report {
  const source = { file: `a b/%41/ä:${odd.replaceAll('\u0000', '')}.yaml`, text: 'key: 1\n' }
  const at = placeOf(source, ['key'])
  const finding: Finding = {
    rule: 'a/b-c',
    severity: 'error',
    message: `it is ${odd}`,
    at,
    related: [{ at, message: `it was ${odd}` }],
    remedy: 'Do it.',
    cluster: 'one',
    object: { apiVersion: 'v1', kind: 'Secret', namespace: odd, name: odd },
  }
  return lint([], { also: [finding] })
}
