import { relative, sep } from 'node:path'

/** The name users know a file by: relative to where they stand, `/`-separated on every system. */
export function display(path: string, cwd: string): string {
  return printable(pathFrom(cwd, path) || '.')
}

/** The way from a folder to an absolute path, `/`-separated on every system; the empty string for the folder itself. */
export function pathFrom(folder: string, path: string): string {
  // What lies below, as most files do, needs none of the work that ways up take.
  const below = path.startsWith(folder) && path[folder.length] === sep
  return slashed(below ? path.slice(folder.length + 1) : relative(folder, path))
}

export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}

/** Text of others on one line of ours: control characters could steer a terminal, or speak to the CI that reads along. */
export function printable(text: string): string {
  return text.replace(/(?!\t)[\p{Cc}\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]/gu, '\uFFFD')
}
