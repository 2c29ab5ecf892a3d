import type { Outcome, Problem } from '../finding.ts'
import { validateTopologySchema } from '../generated/validate-topology.js'
import { schemaProblems } from '../schema-problems.ts'
import { type Place, placeOf, type Source } from '../source.ts'
import { createAsWritten } from '../yaml/as-written.ts'
import { readYaml } from '../yaml/read.ts'
import { defaultLimits, type YamlDocument } from '../yaml/reading.ts'
import { accountProblem } from './account-problem.ts'
import { kindProblems } from './kind-problems.ts'
import { plainDataProblems } from './plain-data.ts'
import type { Topology } from './types.ts'
import { yamlProblems } from './yaml-problems.ts'

const limits = { ...defaultLimits, characters: 16 * 1024 * 1024 }

/** From the text of a topology.yaml to its value, if it has the shape of its schema, and everything else that the text alone shows. */
export function parseTopology(source: Source): Outcome<Topology> {
  const { documents, faults } = readYaml(source, limits)
  const problems = [...yamlProblems(source, faults), ...severalDocuments(source, documents)]
  const first = documents.find(document => document.index === 0)
  if (first === undefined || first.value === null)
    return { problems: problems.length > 0 ? problems : [empty(source)] }
  const shaped = shapeOf(source, first.value)
  return { ...shaped, problems: [...problems, ...shaped.problems] }
}

function shapeOf(source: Source, value: unknown): Outcome<Topology> {
  const root = placeOf(source)
  const strangers = kindProblems(value, root)
  if (strangers.length > 0) return { problems: strangers }
  const odd = plainDataProblems(value, root)
  if (validateTopologySchema(value)) return odd.length > 0 ? { problems: odd } : { value, problems: [] }
  const written = createAsWritten()
  const errors = validateTopologySchema.errors ?? []
  const accounts = new Map(errors.map(error => [error, accountProblem(error, value, root, written)]))
  const others = errors.filter(error => accounts.get(error) === undefined)
  const lost = [...accounts.values()].filter(problem => problem !== undefined)
  const shaped = [...lost, ...schemaProblems(others, value, root, written)]
  return { problems: [...odd, ...shaped.filter(({ at }) => !odd.some(one => isAt(at, one.at)))] }
}

function isAt(place: Place, other: Place): boolean {
  return other.path.every((step, index) => place.path[index] === step)
}

function empty(source: Source): Problem {
  const message = 'the file is empty; a topology begins with apiVersion: espalier.dev/v1 and kind: Topology'
  return { check: 'topology-empty', message, at: placeOf(source) }
}

// A marker at the very end begins a document that nobody meant.
function severalDocuments(source: Source, documents: readonly YamlDocument[]): readonly Problem[] {
  const second = documents.find(({ index, value }) => index > 0 && value !== null)
  if (second === undefined) return []
  const message =
    'a second document begins here; a topology is one document, and several topologies are several files'
  return [{ check: 'topology-several-documents', message, at: { ...placeOf(source), doc: second.index } }]
}
