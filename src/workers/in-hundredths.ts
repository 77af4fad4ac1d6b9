/** Passes on how far a job is, at most a hundred times and at the end, for each time is a message to the page. */
export function inHundredths(report: (done: number, total: number) => void): (done: number, total: number) => void {
  let last = -1;
  return (done, total) => {
    const hundredth = Math.floor((100 * done) / total);
    if (hundredth === last && done < total) return;
    last = hundredth;
    report(done, total);
  };
}
