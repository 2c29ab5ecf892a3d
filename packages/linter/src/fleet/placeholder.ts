// Left for Flux, the Argo CD vault plugin, vals or a template of an ExternalSecret to fill in.
const placeholder = /^(\$\{[^{}]+\}|<[^<>]+>|ref\+[a-z0-9]+:\/\/\S+|\{\{[^{}]+\}\})$/

/** True for a value that says nothing yet: empty, or for another program to fill in. */
export function isPlaceholder(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'string' && placeholder.test(value.trim())
}
