/** A bar on a terminal and nothing anywhere else: logs and pipes stay clean. */
export type Progress = {
  readonly at: (done: number, of: number) => void;
  readonly end: () => void;
};

const silent: Progress = { at: () => undefined, end: () => undefined };

export const openProgress = async (label: string): Promise<Progress> => {
  if (!process.stderr.isTTY) return silent;
  const { default: progress } = await import('cli-progress');
  const bar = new progress.SingleBar({
    format: `${label} [{bar}] {percentage}% {value}/{total} {eta_formatted}`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  let running = false;
  return {
    at: (done, of) => {
      if (!running) bar.start(of, 0);
      running = true;
      bar.update(done);
    },
    end: () => {
      if (running) bar.stop();
    },
  };
};
