import { field, isRecord, record } from './fields.ts'
import type { Entry, Fleet } from './fleet.ts'
import { kinds } from './kinds.ts'
import { oncePer } from './once-per.ts'

/** True where a Secret may give repositories to a project, which admits them as if it listed them. */
export function hasRepositories(fleet: Fleet, project: Entry): boolean {
  const found = scopes(fleet)
  return found.has(project.name) || found.has('any')
}

const scopes = oncePer(
  (fleet: Fleet): ReadonlySet<unknown> =>
    new Set([
      ...fleet.ofKind([kinds.secret]).map(secretScope),
      ...fleet.ofKind([external]).map(templateScope),
    ]),
)

const external = 'ExternalSecret.external-secrets.io'

/** The project of a repository; `any` where the value cannot be read. */
function secretScope({ object }: Entry): unknown {
  if (!isRepository(object.metadata)) return undefined
  if (field(object, 'data', 'project') !== undefined) return 'any'
  return field(object, 'stringData', 'project')
}

function templateScope({ object }: Entry): unknown {
  const template = field(object.spec, 'target', 'template')
  if (!isRepository(record(field(template, 'metadata')))) return undefined
  const data = field(template, 'data')
  return isRecord(data) ? data.project : 'any'
}

function isRepository(metadata: unknown): boolean {
  return field(metadata, 'labels', 'argocd.argoproj.io/secret-type') === 'repository'
}
