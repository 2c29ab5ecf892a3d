/** A path of an engine's object relative to the root of its repository, without `./` or slashes around it; the empty string for all of it. */
export function repositoryFolder(path = ''): string {
  return path
    .replace(/^(\.?\/)+/, '')
    .replace(/\/+$/, '')
    .replace(/^\.$/, '')
}
