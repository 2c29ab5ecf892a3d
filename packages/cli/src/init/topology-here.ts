import { lstatSync } from 'node:fs'
import type { Finding, Model } from '@espalier/model'
import type { TopologyFile } from '../files/find-topologies.ts'
import { loadTopology } from '../files/load-topology.ts'
import { gitOrigin } from '../git/git-origin.ts'
import type { Environment } from '../git/run-git.ts'
import { proveTopology } from './prove-topology.ts'
import { readAnswers } from './read-answers.ts'
import type { TopologyFlags } from './topology-flags.ts'
import { topologyText } from './topology-text.ts'
import { wrongAnswers } from './wrong-answers.ts'

/** A topology that can be rendered, and its text; or why there is none. */
export type TopologyHere =
  | { readonly model: Model; readonly text: string; readonly errors?: never }
  | { readonly errors: readonly string[]; readonly findings?: readonly Finding[] }

/** The topology that is in the folder, which no flag changes, else the one that the flags describe. */
export async function topologyHere(
  flags: TopologyFlags,
  file: TopologyFile,
  env: Environment,
): Promise<TopologyHere> {
  const given = Object.entries(flags).flatMap(([flag, value]) => (value === undefined ? [] : [flag]))
  if (lstatSync(file.path, { throwIfNoEntry: false }) !== undefined) return existing(file, given)
  const answers = readAnswers(flags, file, await gitOrigin(file.root, env))
  if (answers.error !== undefined) return { errors: [answers.error] }
  const text = topologyText(answers.value)
  const { model, findings } = await proveTopology({ file: file.file, text })
  return model === undefined ? { errors: wrongAnswers(findings, given) } : { model, text }
}

async function existing(file: TopologyFile, given: readonly string[]): Promise<TopologyHere> {
  const [flag] = given
  if (flag !== undefined)
    return { errors: [`${file.file} exists, and init changes nothing in it; leave out --${flag}`] }
  const { value, error } = await loadTopology(file)
  if (error !== undefined) return { errors: [error] }
  if (value.model === undefined) return { errors: [`${file.file} cannot be used`], findings: value.findings }
  return { model: value.model, text: value.model.source.text }
}
