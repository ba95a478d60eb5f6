/** RFC 8785 (JCS): the one way to write a JSON value, so that its hash is its identity. Throws TypeError on what is not JSON. */
export declare function canonicalJson(value: unknown): string
