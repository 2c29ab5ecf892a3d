import type { Arguments } from '../arguments.ts'

export const usage = `Usage: espalier lint [options] [PATH...]

Finds what is in the wrong cluster, or refers to what is not there. A PATH is a
file or a folder. Without PATH: the folder of the rendered tree, and the files
that lint.clusters in topology.yaml lists. Which cluster a file belongs to is
said by its place in that tree, by lint.clusters, by the objects of Argo CD and
Flux among the files, or by --cluster, in this order.

  --topology FILE      the topology; repeatable
                       (default: topology.yaml here or in a parent folder)
  --cluster NAME=GLOB  these files belong to this cluster; repeatable
  --role NAME=ROLE     role of a cluster that no topology declares: config,
                       workload or none (workload, once a role is given)
  --crds PATH          CustomResourceDefinitions, in a file or a folder, by
                       which to judge their objects; repeatable
  --format NAME        text, json; github for annotations in a workflow; sarif
                       for code scanning; gitlab for Code Quality; junit for
                       test reports (default: text)
  --output NAME=FILE   the report in this format to a file as well; repeatable
  --policy PATH        rules of your own, beside those of lint.policies: a file
                       or a folder; repeatable
  --test-policies      try these rules on their cases instead of linting; the
                       format is text, json or junit
  --fail-on SEVERITY   exit 1 from this severity on: error, warning or info
                       (default: error)
  --since REF          only what was introduced since this Git revision counts;
                       of a branch, since this one left it
  --baseline FILE      findings in this file do not count
  --write-baseline FILE
                       write all findings to such a file, and exit 0
  --show-unresolved    list references that the manifests at hand neither prove
                       nor refute
  --strict             make them warnings
  --stats              say on stderr what each step and each rule took
`

export const options = {
  topology: { type: 'string', multiple: true },
  cluster: { type: 'string', multiple: true },
  role: { type: 'string', multiple: true },
  crds: { type: 'string', multiple: true },
  format: { type: 'string', default: 'text' },
  output: { type: 'string', multiple: true },
  policy: { type: 'string', multiple: true },
  'test-policies': { type: 'boolean', default: false },
  'fail-on': { type: 'string', default: 'error' },
  since: { type: 'string' },
  baseline: { type: 'string' },
  'write-baseline': { type: 'string' },
  'show-unresolved': { type: 'boolean', default: false },
  stats: { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
} as const

/** What was given of them, and PATH. */
export type LintArguments = Extract<Arguments<typeof options>, { readonly error?: never }>
