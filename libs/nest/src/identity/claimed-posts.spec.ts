import { describe, expect, it } from '@jest/globals';
import { postText } from '@duban/kernel';
import { claimedPosts } from './claimed-posts.ts';

const posts = (claims: Record<string, unknown>): readonly string[] => claimedPosts(claims).map(postText);

describe('the posts that a token claims', () => {
  it('are one role at one organ, as tokens said it before there were posts', () => {
    expect(posts({ duban_role: 'auditor', duban_organ: 'cq-audit' })).toEqual(['auditor@cq-audit']);
  });

  it('are all of a list, each once, with the single claim behind them', () => {
    const claims = {
      duban_posts: ['organ-lead@cq-housing', 'organ-co@cq-housing', 'organ-lead@cq-housing'],
      ...{ duban_role: 'organ-lead', duban_organ: 'cq-traffic' },
    };
    expect(posts(claims)).toEqual(['organ-lead@cq-housing', 'organ-co@cq-housing', 'organ-lead@cq-traffic']);
  });

  it('are several roles at one organ, and one role in a list of one', () => {
    expect(posts({ duban_role: ['organ-lead', 'organ-co'], duban_organ: ['o'] })).toEqual([
      'organ-lead@o',
      'organ-co@o',
    ]);
  });

  it('are none where several roles meet several organs: nobody knows which go together', () => {
    expect(posts({ duban_role: ['organ-lead', 'deputy'], duban_organ: ['a', 'b'] })).toEqual([]);
  });

  it('are the good ones of a list: what is no post opens nothing, and shuts nobody out', () => {
    const duban_posts = [
      'system@duban',
      'auditor',
      'auditor@',
      'auditor@a@b',
      '@a',
      5,
      null,
      'deputy@%E0%A4',
      'deputy@d',
    ];
    expect(posts({ duban_posts })).toEqual(['deputy@d']);
  });

  it('keep an organ that is named in Chinese, percent-encoded in headers', () => {
    expect(posts({ duban_posts: 'deputy@市人大' })).toEqual(['deputy@%E5%B8%82%E4%BA%BA%E5%A4%A7']);
  });
});
