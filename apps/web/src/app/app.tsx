import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { buildingOf, ProblemError } from '../api/problem.ts';
import { router } from './router.tsx';

/** What was asked wrongly is asked wrongly the second time, too; only what may pass by itself is tried again. */
const mayPass = (error: Error): boolean =>
  !(error instanceof ProblemError) || error.problem.status === 0 || error.problem.status >= 500;

/** While lists are built the page asks on by itself, and shows how far they are. */
const BUILDING_MS = 2_000;

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => buildingOf(error) === null && count < 2 && mayPass(error),
      refetchInterval: ({ state }) => (buildingOf(state.error) === null ? false : BUILDING_MS),
    },
  },
});

export const App = () => (
  <QueryClientProvider client={client}>
    <RouterProvider router={router} />
  </QueryClientProvider>
);
