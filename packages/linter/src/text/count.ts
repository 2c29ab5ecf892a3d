/** `1 error`, `2 errors`. */
export function count(number: number, one: string, more: string = `${one}s`): string {
  return `${number} ${number === 1 ? one : more}`
}
