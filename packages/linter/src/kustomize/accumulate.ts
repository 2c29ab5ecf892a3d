import { type Place, within } from '@espalier/model'
import { list, text } from '../fleet/fields.ts'
import { resolvePath } from '../fleet/resolve-path.ts'
import { type Accumulated, addResources } from './add-resources.ts'
import { configurationIn, defaultConfiguration, mergeConfigurations } from './configuration.ts'
import { type FluxFields, withFluxFields } from './flux-fields.ts'
import { generated } from './generated.ts'
import { type Kustomization, readKustomization } from './kustomization.ts'
import { isAbsolute, isRemote, readFile, whyNot } from './read-file.ts'
import { readResources } from './read-resources.ts'
import { transform } from './transform.ts'
import { noteUnreadFields } from './unread-fields.ts'
import type { Work } from './work.ts'

/** A folder that a kustomization names, and who that is. */
interface Visit {
  readonly folder: string
  readonly from?: Place
  readonly role: 'resource' | 'component' | 'root'
  /** The folders on the way here. */
  readonly above: readonly string[]
  /** Of a root that Flux builds. */
  readonly flux?: FluxFields
}

const nothing: Accumulated = { resources: [], configuration: defaultConfiguration }

/** More folders than any repository has in one build; each level that names the next one twice doubles them. */
const most = 2_000

/**
 * What the kustomization of a folder makes; a component makes it of what is there before it. Source: kustomize api v0.21.1,
 * internal/target/kusttarget.go.
 */
export function accumulate(visit: Visit, outer: Work, before: Accumulated = nothing): Accumulated {
  const { folder, from, role, above, flux } = visit
  const work = role === 'component' ? outer : { ...outer, since: outer.remarks.length }
  work.spent.folders += 1
  if (work.spent.folders > most && from) {
    if (work.spent.folders === most + 1)
      work.remarks.push({
        kind: 'unread',
        at: from,
        message: `this build enters more than ${most} folders; the others are not read`,
      })
    return before
  }
  const own = readKustomization(folder, { from, isRewritten: flux !== undefined }, work)
  const kustomization = flux === undefined ? own : withFluxFields(folder, own, flux, work)
  if (kustomization === undefined) return before
  if (role !== 'root' && kustomization.isComponent !== (role === 'component')) {
    const message = kustomization.isComponent
      ? 'this is a Component, which goes under components'
      : 'this is no Component, and goes under resources'
    work.remarks.push({ kind: 'broken', at: from ?? kustomization.at, message })
    return before
  }
  noteUnreadFields(kustomization, work)
  const path = [...above, folder]
  const taken = namesIn(kustomization, 'resources', 'bases').map(named =>
    take(named, kustomization, path, work),
  )
  let result = addResources(before, taken, work)
  result = { ...result, configuration: configurationOf(kustomization, result.configuration, work) }
  const more = generated(kustomization, result.resources, work)
  result = addResources(result, [{ ...nothing, resources: more }], work)
  for (const { name, at } of namesIn(kustomization, 'components')) {
    const component = resolvePath(folder, name)
    if (mayEnter(component, name, at, path, work))
      result = accumulate({ folder: component, from: at, role: 'component', above: path }, work, result)
  }
  return { ...result, resources: transform(result.resources, kustomization, result.configuration, work) }
}

interface Named {
  readonly name: string
  readonly at: Place
}

function namesIn({ fields, at }: Kustomization, ...keys: readonly string[]): readonly Named[] {
  return keys.flatMap(key =>
    list(fields[key]).flatMap((one, index) => {
      const name = text(one)
      return name === undefined ? [] : [{ name, at: within(at, key, index) }]
    }),
  )
}

function take(
  { name, at }: Named,
  { folder }: Kustomization,
  above: readonly string[],
  work: Work,
): Accumulated {
  const path = resolvePath(folder, name)
  if (isAbsolute(name, at, work)) return nothing
  if (work.files.kindOf(path) === 'folder') {
    if (!mayEnter(path, name, at, above, work)) return nothing
    return accumulate({ folder: path, from: at, role: 'resource', above }, work)
  }
  return { ...nothing, resources: readResources(readFile(path, name, at, work) ?? [], work) }
}

function mayEnter(path: string, name: string, at: Place, above: readonly string[], work: Work): boolean {
  const { files, remarks } = work
  if (isAbsolute(name, at, work)) return false
  const kind = files.kindOf(path)
  if (kind !== 'folder') {
    if (isRemote(name))
      remarks.push({
        kind: 'unread',
        at,
        message: `${name} is not in this repository, and nothing is fetched`,
      })
    else if (kind === 'other')
      remarks.push({ kind: 'unread', at, message: `${name} is a link, and is not followed` })
    else
      remarks.push({
        kind: 'broken',
        at,
        message: kind === 'file' ? `${name} is a file, and a folder is expected` : `${name} ${whyNot(kind)}`,
      })
    return false
  }
  const round = above.find(one => one === path || path === '' || one.startsWith(`${path}/`))
  if (round === undefined) return true
  remarks.push({
    kind: 'broken',
    at,
    message: `${name} is, or holds, the folder ${round || '.'} that leads here: a circle`,
  })
  return false
}

function configurationOf(
  kustomization: Kustomization,
  before: Accumulated['configuration'],
  work: Work,
): Accumulated['configuration'] {
  const named = namesIn(kustomization, 'configurations')
  const read = named.flatMap(
    ({ name, at }) => readFile(resolvePath(kustomization.folder, name), name, at, work) ?? [],
  )
  return read.map(({ value }) => configurationIn(value)).reduce(mergeConfigurations, before)
}
