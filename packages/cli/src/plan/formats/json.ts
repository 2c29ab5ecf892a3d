import type { ChangedObject, ClusterChanges, PlannedObject } from '@espalier/generator'
import { findingAsJson } from '@espalier/linter'
import type { PlanFormat } from '../plan-format.ts'
import { removalCommand } from '../removal-command.ts'
import { sentenceOf } from '../sentence.ts'

/** The plan as JSON: schemas/plan.schema.json. Every field is always there. */
export const json: PlanFormat = {
  name: 'json',
  write(report) {
    const { base, topologies, findings, notes } = report
    const clusters = topologies.flatMap(({ topology, clusters }) =>
      clusters.map(one => ({ topology, ...changesOf(one) })),
    )
    const changed = [...new Set(topologies.flatMap(one => one.clusters.map(({ cluster }) => cluster)))].sort()
    const untouched = new Set(topologies.flatMap(one => one.untouched))
    const value = {
      version: 1,
      base,
      sentence: sentenceOf(report),
      changedClusters: changed,
      untouchedClusters: [...untouched].filter(name => !changed.includes(name)).sort(),
      clusters,
      rollout: topologies.flatMap(({ topology, rollout }) => rollout.map(step => ({ topology, ...step }))),
      findings: {
        new: findings.new.map(findingAsJson),
        fixed: findings.fixed.map(findingAsJson),
        unchanged: findings.unchanged,
      },
      notes,
    }
    return `${JSON.stringify(value, null, 2)}\n`
  },
}

function changesOf({ cluster, added, changed, removed, left, moved }: ClusterChanges): object {
  return {
    cluster,
    added: added.map(nameOf),
    changed: changed.map(one => ({ ...nameOf(one), fields: one.fields.map(fieldOf) })),
    removed: removed.map(one => ({ ...nameOf(one), orphans: one.orphans })),
    left: left.map(one => ({ ...nameOf(one), command: removalCommand(cluster, one) })),
    moved: moved.map(nameOf),
  }
}

function nameOf({ object: { apiVersion, kind, metadata }, file }: PlannedObject): object {
  return { apiVersion, kind, namespace: metadata.namespace ?? null, name: metadata.name, file }
}

function fieldOf({ field, before = null, after = null }: ChangedObject['fields'][number]): object {
  return { field, before, after }
}
