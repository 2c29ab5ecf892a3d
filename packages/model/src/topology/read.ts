import type { Outcome } from '../finding.ts'
import type { Source } from '../source.ts'
import { limitProblems } from './limits.ts'
import type { Model } from './model.ts'
import { parseTopology } from './parse.ts'
import type { ReadFile } from './resolve/policy-file.ts'
import { resolveTopology } from './resolve.ts'
import { validateTopology } from './validate.ts'

/**
 * From the text of a topology.yaml to the model and everything that is wrong with it at once. A model that comes with problems lacks
 * what they are about: good for finding more of them, never for rendering. `read` gives the files that a topology names.
 */
export function readTopology(source: Source, read: ReadFile = () => undefined): Outcome<Model> {
  const parsed = parseTopology(source)
  if (parsed.value === undefined) return { problems: parsed.problems }
  const written = { topology: parsed.value, source }
  const model = resolveTopology(written, read)
  const problems = [
    parsed.problems,
    validateTopology(written),
    model.problems,
    limitProblems(model.value),
  ].flat()
  return { value: model.value, problems }
}
