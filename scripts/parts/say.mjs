/** A refusal in plain words: shown without a stack trace, and the command ends with 1. */
export class Stop extends Error {
  /**
   * @param {string} vi what is the matter, in Vietnamese
   * @param {string} en the same in English
   * @param {string} [details] lines to show below as they are: a log's end, the SQL to run
   */
  constructor(vi, en, details = '') {
    super(`${vi}\n  ${en}${details && `\n\n${details}\n`}`)
  }
}

/** Says what the command is doing now: one line, Vietnamese with English beside it. */
export function say(vi, en) {
  process.stdout.write(`▸ ${vi} · ${en}\n`)
}

/** Says why the command failed: a Stop by its words alone, anything else with its stack. */
export function sayFailure(error) {
  process.stderr.write(`\n✗ ${error instanceof Stop ? error.message : error.stack}\n`)
}
