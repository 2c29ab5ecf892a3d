/** A manifest or topology that breaks a rule, with the broken line marked; only some rules have one. */
export function exampleOf(_rule: string): string | undefined {
  return undefined
}
