/** Ends in a task of its own after so many milliseconds, so that the page can draw and hear the user before what follows. */
export function pause(milliseconds = 0): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
