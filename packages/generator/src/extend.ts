import { type Cluster, fullName, groupKind, identity, type KubeObject, type Problem } from '@espalier/model'
import type { Extension, Extensions } from './extension.ts'
import type { Rendered } from './placed.ts'
import { type Synthesis, synth } from './synth.ts'

export interface Extended {
  /** The objects given, in their order, as the extensions left them. */
  readonly own: readonly KubeObject[]
  readonly added: readonly Rendered[]
  readonly problems: readonly Problem[]
}

/** Lets the extensions add to the objects of one cluster, twice: what differs between two runs would differ between two machines. */
export function extend(cluster: Cluster, objects: readonly KubeObject[], extensions: Extensions): Extended {
  const first = runAll(cluster, objects, extensions)
  if (first.problems.length > 0) return first
  const second = runAll(cluster, objects, extensions)
  const texts = [first, second].map(run => JSON.stringify([run.own, run.added.map(({ object }) => object)]))
  const [extension] = extensions.modules
  if (texts[0] === texts[1] || extension === undefined) return first
  const message = `two runs for cluster ${cluster.name} gave different objects; an extension must use no clock, no random number and no environment`
  return { ...first, problems: [{ check: 'extension-repeatable', message, at: extension.at }] }
}

function runAll(
  cluster: Cluster,
  objects: readonly KubeObject[],
  { toolkit, modules }: Extensions,
): Extended {
  const synthesis = synth(cluster.name, objects, toolkit)
  const added: Rendered[] = []
  const problems: Problem[] = []
  for (const extension of modules) {
    const failure = run(extension, cluster, synthesis)
    if (failure !== undefined) return { own: [], added: [], problems: [failure] }
    const before = [...objects, ...added.map(({ object }) => object)]
    const fresh = without(synthesis.objects(), before)
    added.push(...fresh.map(object => ({ object, from: extension.at })))
    problems.push(...fresh.flatMap(object => unfit(object, extension)))
  }
  const all = synthesis.objects()
  const gone = without(objects, all)
  const [last] = modules.slice(-1)
  if (gone.length > 0 && last !== undefined) {
    const names = gone.map(object => `${groupKind(object)} ${fullName(object)}`).join(', ')
    problems.push(
      problem(`extensions removed ${names} of cluster ${cluster.name}; they may add and change only`, last),
    )
  }
  const extra = new Set(without(all, objects))
  return { own: all.filter(object => !extra.has(object)), added, problems }
}

/** The objects that are not among others, each of which stands for one of its name. Nested charts change the order, so names decide. */
function without(objects: readonly KubeObject[], others: readonly KubeObject[]): readonly KubeObject[] {
  const left = new Map<string, number>()
  for (const object of others) left.set(identity(object), (left.get(identity(object)) ?? 0) + 1)
  return objects.filter(object => {
    const count = left.get(identity(object)) ?? 0
    left.set(identity(object), count - 1)
    return count <= 0
  })
}

function run(
  { name, at, extend }: Extension,
  { name: cluster, role, account, region, vpc, eksName, labels }: Cluster,
  { chart }: Synthesis,
): Problem | undefined {
  const facts = { ...(account && { account }), ...(region && { region }), ...(vpc && { vpc }) }
  try {
    const result = extend({ cluster: { name: cluster, role, eksName, labels, ...facts }, chart })
    if (!(result instanceof Promise)) return undefined
    result.catch(() => undefined)
    return {
      check: 'extension-runs',
      message: `${name} is asynchronous; extend must have added everything when it returns`,
      at,
    }
  } catch (error) {
    return {
      check: 'extension-runs',
      message: `${name} failed for cluster ${cluster}: ${error instanceof Error ? error.message : error}`,
      at,
    }
  }
}

function unfit(object: KubeObject, extension: Extension): readonly Problem[] {
  const secret =
    groupKind(object) === 'Secret' &&
    ['data', 'stringData'].some(field => Object.keys(object[field] ?? {}).length > 0)
  return secret
    ? [
        problem(
          `${extension.name} adds Secret ${fullName(object)} with data; secrets have no place in a repository`,
          extension,
        ),
      ]
    : []
}

function problem(message: string, { at }: Extension): Problem {
  return { check: 'extension-output', message, at }
}
