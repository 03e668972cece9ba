import { ProblemError } from '../api/problem.ts';
import { ProblemNotice } from './problem-notice.tsx';

const missing = new ProblemError({ status: 404, code: 'not-found' });

export const PageMissing = () => <ProblemNotice error={missing} />;
