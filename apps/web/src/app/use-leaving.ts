import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { sessionEnd, useSession } from '../session/session.ts';

/** Leaves for the door when the session ends, for whatever reason, and forgets what was read. */
export const useLeaving = (): void => {
  const session = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { pathname, href } = useLocation();
  useEffect(() => {
    if (session !== null || pathname === '/sign-in') return;
    queries.clear();
    void navigate({ to: '/sign-in', search: sessionEnd() === 'expired' ? { then: href } : {} });
  }, [session, pathname, href, navigate, queries]);
};
