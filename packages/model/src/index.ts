export { digest } from './digest.ts'
export type { FileTree } from './file-tree.ts'
export {
  type Finding,
  type ObjectName,
  type Outcome,
  type Problem,
  type Related,
  type Severity,
  severities,
} from './finding.ts'
export { policies } from './generated/policies.ts'
export { group } from './group.ts'
export { type Header, headerOf, parseHeader } from './header.ts'
export { fullName, groupKind, groupOf, identity, type KubeObject, type Metadata } from './kube.ts'
export {
  controllerNamespace,
  latticeServiceName,
  refusedNetworkName,
  refusedServiceName,
} from './lattice/names.ts'
export { merge } from './merge.ts'
export { didYouMean, nearest } from './nearest.ts'
export { judge, type Policy, type PolicyCase, parsePolicy } from './policy.ts'
export { schemaProblems } from './schema-problems.ts'
export {
  keyOf,
  type Path,
  type Place,
  placeKey,
  placeOf,
  type Source,
  type Span,
  settle,
  within,
} from './source.ts'
export { acrossTopologies } from './topology/across.ts'
export { defaultQuotas } from './topology/defaults.ts'
export { clusterFolders, fluxFolder, syncedFolder } from './topology/folders.ts'
export { imported, importedGroups, importName, importOf } from './topology/imports.ts'
export type * from './topology/mesh-types.ts'
export type * from './topology/model.ts'
export type * from './topology/types.ts'
export { isOlder } from './topology/version.ts'
export { createAsWritten } from './yaml/as-written.ts'
export { type Comment, readComments } from './yaml/comments.ts'
export { createLocate, type Locate } from './yaml/locate.ts'
export { readYaml } from './yaml/read.ts'
export type { AmbiguousScalar, YamlDocument, YamlFault, YamlFaultKind, YamlLimits } from './yaml/reading.ts'
export { textScalar } from './yaml/scalar.ts'
export { createYamlWriter, writeYaml } from './yaml/write.ts'
