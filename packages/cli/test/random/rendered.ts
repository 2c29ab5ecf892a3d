import { render } from '@espalier/generator'
import { type Fleet, type FleetCluster, readFleet, type Tagged } from '@espalier/linter'
import { clusterFolders, type FileTree, type Model, type Topology } from '@espalier/model'
import { readTopology } from '@espalier/model/topology'
import * as assert from 'uvu/assert'

const policy = '{"Version": "2012-10-17", "Statement": [{"Resource": "*"}]}'

export interface Rendered {
  readonly model: Model
  readonly tree: FileTree
}

/** Reads and renders a topology that must be right; JSON is YAML, so its text is its JSON. */
export function rendered(topology: Topology): Rendered {
  return renderedText(JSON.stringify(topology, null, 1))
}

export function renderedText(
  text: string,
  read: (path: string) => string | undefined = () => policy,
): Rendered {
  const { value: model, problems } = readTopology({ file: 'topology.yaml', text }, read)
  assert.equal(
    problems.map(problem => problem.message),
    [],
  )
  assert.ok(model)
  const { tree, problems: refused } = render(model)
  assert.equal(
    refused.map(problem => problem.message),
    [],
  )
  return { model, tree }
}

/** The fleet that lint sees when it reads a tree of files, each below `<path>/<cluster>/`. */
export function fleetOf(model: Model, tree: FileTree): Fleet {
  const files = [...tree].map(
    ([file, text]): Tagged => ({ source: { file, text }, cluster: clusterOf(model, file), rendered: true }),
  )
  const clusters = model.clusters.map(
    (cluster): FleetCluster => ({
      name: cluster.name,
      role: cluster.role,
      eksName: cluster.eksName,
      ...(cluster.vpc === undefined ? {} : { vpc: cluster.vpc }),
      at: cluster.at,
      rendered: true,
      complete: false,
    }),
  )
  return readFleet(files, clusters, model)
}

/** The cluster in whose folders a file lies. */
export function clusterOf(model: Model, file: string): string {
  const own = model.clusters.find(cluster =>
    clusterFolders(model, cluster).some(folder => file.startsWith(`${folder}/`)),
  )
  assert.ok(own, file)
  return own.name
}
