/** Stands in for the `node:child_process` commander asks for, which costs start-up time and is never used. */
export default {};
