type Naming = {
  readonly itemId?: string | null;
  readonly itemIds?: readonly string[];
  readonly claims?: readonly { readonly itemId: string }[];
};

/** The items that a command or its event is about; none where it is about the case as a whole. */
export const namedItems = (data: object): readonly string[] => {
  const { itemId = null, itemIds = [], claims = [] } = data as Naming;
  const claimed = claims.map((claim) => claim.itemId);
  return [...new Set([...(itemId === null ? [] : [itemId]), ...itemIds, ...claimed])];
};
