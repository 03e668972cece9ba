import type { ErrorComponentProps } from '@tanstack/react-router';
import { ProblemNotice } from './problem-notice.tsx';

export const PageFailed = ({ error, reset }: ErrorComponentProps) => (
  <ProblemNotice error={error} onRetry={reset} />
);
