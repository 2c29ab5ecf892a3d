export type { Extension, ExtensionContext, Extensions } from './extension.ts'
export type { FieldChange } from './plan/changed-fields.ts'
export type {
  ChangedObject,
  ClusterChanges,
  PlannedObject,
  PlanSide,
  RemovedObject,
} from './plan/changes.ts'
export { type Plan, planChanges } from './plan/plan.ts'
export type { RolloutStep } from './plan/rollout.ts'
export { engines, providers } from './registry.ts'
export { type Rendering, refuse, render } from './render.ts'
export { bundledToolkit, type Toolkit } from './synth.ts'
