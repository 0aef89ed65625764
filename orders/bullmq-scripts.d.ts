declare module 'bullmq/dist/cjs/scripts/addStandardJob-9.js' {
  /** The Lua with which `queue.add` adds a job, its includes expanded. Held by the exact pin of bullmq. */
  export const addStandardJob: { name: string; content: string; keys: number }
}
