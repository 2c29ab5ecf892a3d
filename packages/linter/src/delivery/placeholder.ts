/** True for a text that a template engine or Flux has yet to fill in. */
export function hasPlaceholder(text: string): boolean {
  return /\{\{|\$\{/.test(text)
}
