/** What the first line of a rendered file says about where it comes from. */
export interface Header {
  /** The topology file, relative to the repository's root. */
  readonly file: string
  readonly topology: string
  readonly cluster: string
}

// Everything that some YAML reader ends a line at, other control characters, and the sign that escapes them.
const unprintable = /[\p{Cc}\u2028\u2029\uFEFF%]/gu

const form =
  /^\uFEFF?# Rendered by Espalier from (.+) \(topology ([^\s,()]+), cluster ([^\s,()]+)\); do not edit\r?(?:\n|$)/

/** The first line of every rendered file, without its line end; it holds nothing that differs between two machines or days. */
export function headerOf(file: string, topology: string, cluster: string): string {
  const name = file.replace(unprintable, encodeURIComponent)
  return `# Rendered by Espalier from ${name} (topology ${topology}, cluster ${cluster}); do not edit`
}

/** The header a text begins with; a file without one is not Espalier's. */
export function parseHeader(text: string): Header | undefined {
  const [, file, topology, cluster] = form.exec(text) ?? []
  if (file === undefined || topology === undefined || cluster === undefined) return undefined
  return { file: decode(file), topology, cluster }
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
