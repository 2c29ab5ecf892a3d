export type { Extension, ExtensionContext, Extensions } from './extension.ts'
export { engines, providers } from './registry.ts'
export { type Rendering, refuse, render } from './render.ts'
export { bundledToolkit, type Toolkit } from './synth.ts'
