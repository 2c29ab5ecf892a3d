import type { Policy, PolicyCase, Source } from '@espalier/model'
import type { FleetCluster, Tagged } from '../fleet/fleet.ts'
import { readFleet } from '../fleet/read.ts'
import { lint } from '../run.ts'
import { withSchemas } from '../schema/with-schemas.ts'

/** What became of a case of a policy: nothing to say where it went as the policy has it. */
export interface CaseResult {
  /** `fail[0]`, as in the policy. */
  readonly name: string
  /** `east:4 is flagged, but not marked: …` */
  readonly complaints: readonly string[]
}

/** Tries a policy on its own cases: those that pass have no finding of it, those that fail have them on the marked lines and no others. */
export function tryPolicy(policy: Policy): Promise<readonly CaseResult[]> {
  const { cases } = policy
  if (cases === undefined) return Promise.resolve([])
  return Promise.all([
    ...cases.pass.map(async (one, at) => ({
      name: `pass[${at}]`,
      complaints: await complaintsOf(policy, one, []),
    })),
    ...cases.fail.map(async (one, at) => {
      const marks = sourcesOf(one).flatMap(marksOf)
      const unmarked = ['no line is marked: what must be flagged ends with # ✗']
      return {
        name: `fail[${at}]`,
        complaints: marks.length === 0 ? unmarked : await complaintsOf(policy, one, marks),
      }
    }),
  ])
}

async function complaintsOf(
  policy: Policy,
  one: PolicyCase,
  marks: readonly string[],
): Promise<readonly string[]> {
  const { findings } = lint([await withSchemas(fleetOf(one))], { policies: [policy] })
  const flagged = new Map(findings.map(({ span, message }) => [`${span.file}:${span.line}`, message]))
  return [
    ...[...flagged]
      .filter(([place]) => !marks.includes(place))
      .map(([place, message]) => `${place} is flagged, but not marked: ${message}`),
    ...marks.filter(place => !flagged.has(place)).map(place => `${place} is marked, but not flagged`),
  ]
}

function fleetOf(one: PolicyCase): ReturnType<typeof readFleet> {
  const clusters = Object.entries(one).map(
    ([name, { role, complete = true }]): FleetCluster => ({
      name,
      role: role ?? 'unknown',
      rendered: false,
      complete,
    }),
  )
  const tagged = sourcesOf(one).map((source): Tagged => ({ source, cluster: source.file, rendered: false }))
  return readFleet(tagged, clusters)
}

function sourcesOf(one: PolicyCase): readonly Source[] {
  return Object.entries(one).map(([file, { manifests: text }]) => ({ file, text }))
}

function marksOf({ file, text }: Source): readonly string[] {
  return text.split('\n').flatMap((line, at) => (/# ✗\s*$/.test(line) ? [`${file}:${at + 1}`] : []))
}
