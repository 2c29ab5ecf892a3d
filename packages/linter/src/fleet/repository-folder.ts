/** A path of an engine's object relative to the root of its repository, without needless steps; the empty string for all of it. */
export function repositoryFolder(path = ''): string {
  return path
    .split('/')
    .filter(step => step !== '' && step !== '.')
    .join('/')
}
