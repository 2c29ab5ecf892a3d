import type { Command } from '../command.ts'

/** Every command, in the order of `--help`; loaded when asked for, so that none pays for another's imports. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./init.ts')).init,
  render: async () => (await import('./render.ts')).render,
  plan: async () => (await import('./plan.ts')).plan,
  lint: async () => (await import('./lint.ts')).lint,
  explain: async () => (await import('./explain.ts')).explain,
  schema: async () => (await import('./schema.ts')).schema,
}
