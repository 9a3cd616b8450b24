// Times in milliseconds. The server isolates the page, so that the clock has its full resolution.

/** Runs a task, which may be a promise, and gives how long it took and what came of it. */
export async function timed(task) {
  const start = performance.now();
  let result = task();
  // Who answers at once does not pay for a turn of the event loop.
  if (result instanceof Promise) result = await result;
  return [performance.now() - start, result];
}

/** Lets the browser do what it has put off. */
export const rest = () => new Promise((done) => setTimeout(done, 0));
