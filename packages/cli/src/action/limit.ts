/** How much a place on GitHub takes. */
export interface Limit {
  readonly size: number
  measure(text: string): number
}

/** GitHub drops a larger summary as a whole. */
export const summaryLimit: Limit = { size: 1024 * 1024, measure: text => Buffer.byteLength(text) }

/** GitHub refuses a larger comment. */
export const commentLimit: Limit = { size: 65_536, measure: text => text.length }
