import type { Policy } from '@espalier/model'
import { abridged } from '../text/abridged.ts'
import { levels } from './result.ts'

// What GitHub shows of a description.
const mostShown = 1024

type Described = Pick<Policy, 'id' | 'severity' | 'title' | 'why' | 'remedy' | 'source'>

/** A policy as a rule of SARIF. */
export function ruleOf({ id, severity, title, why, remedy, source = [] }: Described): object {
  const [area = '', name = ''] = id.split('/')
  return {
    id,
    name: name.replaceAll(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: abridged(title, mostShown) },
    fullDescription: { text: abridged(why, mostShown) },
    help: {
      text: [remedy, '', ...source.map(one => `Source: ${one}`)].join('\n').trimEnd(),
      markdown: [
        `**Why:** ${why}`,
        `**What to do:** ${remedy}`,
        ...(source.length > 0 ? ['**Source:**', source.map(one => `- ${linked(one)}`).join('\n')] : []),
      ].join('\n\n'),
    },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [area] },
  }
}

function linked(source: string): string {
  return /^https?:\/\//.test(source) ? `<${source}>` : source
}
