import { meets, type Requirement } from '../fleet/label-selector.ts'

type Matches = (labels: ReadonlyMap<string, string>) => boolean

const parts = [
  { form: /^!\s*(\S+)$/, operator: 'DoesNotExist' },
  { form: /^(\S+)\s+in\s+\(([^)]*)\)$/, operator: 'In' },
  { form: /^(\S+)\s+notin\s+\(([^)]*)\)$/, operator: 'NotIn' },
  { form: /^([^\s!=]+)\s*!=\s*(\S*)$/, operator: 'NotIn' },
  { form: /^([^\s!=]+)\s*==?\s*(\S*)$/, operator: 'In' },
  { form: /^([^\s!=(),]+)$/, operator: 'Exists' },
] as const

/** `app=shop,tier in (web, api),!legacy`, as kubectl reads it; undefined for what is no such query. */
export function labelQuery(query: string): Matches | undefined {
  if (query.trim() === '') return () => true
  const requirements: Requirement[] = []
  for (const part of query.split(/,(?![^(]*\))/)) {
    const requirement = requirementIn(part.trim())
    if (requirement === undefined) return undefined
    requirements.push(requirement)
  }
  return labels => requirements.every(one => meets(labels, one))
}

function requirementIn(part: string): Requirement | undefined {
  for (const { form, operator } of parts) {
    const [, key, values] = form.exec(part) ?? []
    if (key === undefined) continue
    return { key, operator, values: (values ?? '').split(',').map(value => value.trim()) }
  }
  return undefined
}
