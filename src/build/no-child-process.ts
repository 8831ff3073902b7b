/** Stands in for `node:child_process` in the bundle, which costs start-up time and is never used. */
export default {};
