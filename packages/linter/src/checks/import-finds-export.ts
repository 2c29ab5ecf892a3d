import { didYouMean, group, type Related, within } from '@espalier/model'
import type { Check, Found } from '../check.ts'
import { fields } from '../check-params.ts'
import { declaredExports } from '../fleet/declared-exports.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { admits, exportsWithin, type ImportScope, importScopes } from '../fleet/import-scopes.ts'
import { kinds } from '../fleet/kinds.ts'
import { mayMove } from '../fleet/may-move.ts'
import { nameBeside } from '../fleet/name-beside.ts'
import { neighboursAmong } from '../fleet/neighbours-among.ts'
import {
  annotation,
  annotationAt,
  type ImportedExport,
  importedExport,
  importedExportAt,
  isFederated,
} from '../fleet/refs.ts'
import { strangeCluster } from '../fleet/strange-cluster.ts'
import { clusterTitle, title } from '../fleet/title.ts'
import { someOf } from '../text/some-of.ts'

interface Params {
  /** Whether to say the imports whose export is in another namespace, or those whose export is in none. */
  readonly inOtherNamespace: boolean
}

/** Some cluster that a ServiceImport's filters leave exports what it looks for, in the import's own namespace. */
export const importFindsExport: Check<Params> = {
  name: 'import-finds-export',
  params: fields({ inOtherNamespace: { type: 'boolean' } }, 'inOtherNamespace'),
  *find(fleet, { inOtherNamespace }) {
    const federated = fleet.ofKind([kinds.serviceExport]).filter(isFederated)
    const exportsOf = group(federated, one => one.name)
    const exportsIn = neighboursAmong(federated)
    const isDeclared = declaredExports(fleet.model)
    const scopeOf = importScopes(fleet)
    if (!inOtherNamespace) yield* ofStrangers(fleet)
    for (const entry of fleet.ofKind([kinds.serviceImport]).filter(looksForExport)) {
      const wanted = importedExport(entry)
      const scope = scopeOf(wanted)
      if (scope.outside || exportsWithin(fleet, wanted, scope).length > 0) continue
      const elsewhere =
        exportsOf
          .get(wanted.name)
          ?.filter(({ cluster }) => cluster !== undefined && admits(wanted, cluster)) ?? []
      if (elsewhere.length > 0 !== inOtherNamespace) continue
      if (elsewhere.some(one => mayMove(one) || mayMove(entry))) continue
      yield {
        ...(inOtherNamespace
          ? sayWhere(entry, wanted, elsewhere)
          : sayWhatElse(entry, wanted, scope, exportsIn)),
        related: [...elsewhere, ...sameName(fleet, wanted)].map(lineOf),
        entry,
        missing: {
          kinds: [kinds.serviceExport],
          among: scope.certain ? scope.clusters : [...scope.clusters, undefined],
          declared: isDeclared(wanted),
        },
      }
    }
  },
}

function looksForExport(entry: Entry): boolean {
  const takesPart = entry.cluster !== undefined && entry.cluster.role !== 'none'
  return takesPart && annotation(entry, 'target-group-arn') === undefined
}

/** Imports that find an export only as long as nobody knows what EKS calls the clusters. */
function* ofStrangers(fleet: Fleet): Iterable<Found> {
  const scopeOf = importScopes(fleet)
  const isStrange = strangeCluster(fleet)
  for (const entry of fleet.ofKind([kinds.serviceImport]).filter(looksForExport)) {
    const wanted = importedExport(entry)
    const scope = scopeOf(wanted)
    const { name, eksName = '' } = wanted
    if (scope.clusters.length > 0) continue
    const found = exportsWithin(fleet, wanted, scope)
    if (!isStrange(wanted, scope, found)) continue
    const exporting = found.flatMap(({ cluster }) => cluster?.name ?? [])
    yield {
      at: annotationAt(entry, 'aws-eks-cluster-name'),
      message: `${title(entry)} looks for export ${name} of EKS cluster ${eksName}, but only ${someOf(exporting)} ${exporting.length === 1 ? 'exports' : 'export'} it`,
      related: found.map(lineOf),
      entry,
      missing: { kinds: [kinds.serviceExport], among: [undefined] },
    }
  }
}

type Words = Pick<Found, 'at' | 'message'>

function sayWhere(entry: Entry, wanted: ImportedExport, elsewhere: readonly Entry[]): Words {
  const places = elsewhere.map(({ cluster, namespace }) => `${namespace} of ${cluster?.name}`)
  return {
    at: within(entry.place, 'metadata', 'namespace'),
    message: `${title(entry)} looks for export ${wanted.name} in its own namespace ${wanted.namespace}, but it is in ${someOf(places)}`,
  }
}

function sayWhatElse(
  entry: Entry,
  wanted: ImportedExport,
  { clusters }: ImportScope,
  exportsIn: ReturnType<typeof neighboursAmong>,
): Words {
  const { namespace, name, eksName, vpc } = wanted
  const names = clusters.map(cluster => cluster.name)
  const where =
    names.length === 0
      ? (eksName ?? vpc ?? 'any workload cluster')
      : `cluster${names.length === 1 ? '' : 's'} ${someOf(names)}`
  const known = [...new Set(clusters.flatMap(cluster => exportsIn(cluster, namespace)))].sort()
  const who = names.length === 1 ? `${names[0]} exports` : 'they export'
  const inside = nameBeside(entry, wanted) === name ? '' : ` in namespace ${namespace}`
  const what = known.length === 0 ? 'nothing there' : `only ${someOf(known)}`
  return {
    at: importedExportAt(entry),
    message: `${title(entry)} looks for export ${name}${inside} of ${where}, but ${who} ${what}${didYouMean(name, known)}`,
  }
}

// Exports in other clusters than are asked, and those without the annotation that makes the controller act on them.
function sameName(fleet: Fleet, { namespace, name }: ImportedExport): readonly Entry[] {
  return fleet.anywhere(kinds.serviceExport, namespace, name)
}

function lineOf(exported: Entry): Related {
  const ignored = isFederated(exported) ? '' : ', but the controller ignores it'
  return {
    at: within(exported.place, 'metadata', 'name'),
    message: `${title(exported)} of ${clusterTitle(exported)} is here${ignored}`,
  }
}
