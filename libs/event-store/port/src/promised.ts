/** The answer of synchronous work as a promise; what it throws becomes a rejection. */
export const promised = <Answer>(work: () => Answer): Promise<Answer> =>
  new Promise((resolve) => {
    resolve(work());
  });
