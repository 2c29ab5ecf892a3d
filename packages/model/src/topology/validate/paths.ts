import type { Problem } from '../../finding.ts'
import { type Place, within } from '../../source.ts'
import { at, clusterEntries, type Written } from '../written.ts'

/** Folders of the rendered tree that Git or Windows refuses; every cluster's name is one. */
export function pathProblems(written: Written): readonly Problem[] {
  const { path, flux } = written.topology.gitops
  return [
    ...leadingThrough(path, 'gitops.path', at(written, 'gitops', 'path')),
    ...leadingThrough(flux?.entry, 'flux.entry', at(written, 'gitops', 'flux', 'entry')),
    ...clusterEntries(written).flatMap(({ value, at: place }) =>
      leadingThrough(value.name, `the folder of cluster ${value.name}`, within(place, 'name')),
    ),
  ]
}

function leadingThrough(path: string | undefined, what: string, at: Place): readonly Problem[] {
  const [odd] = path?.split('/').filter(isImpossible) ?? []
  if (odd === undefined) return []
  const why = device.test(odd) ? 'a name that Windows keeps for a device' : "Git's own folder"
  return [{ check: 'impossible-path', message: `${what} leads through ${odd}, ${why}`, at }]
}

// Windows takes a name for the device with an extension too, and drops dots at the end of any name.
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

function isImpossible(folder: string): boolean {
  return device.test(folder) || /^\.git\.*$/i.test(folder)
}
