/** The little that the page needs of a browser; this library is typed for Node. */
export type PageFile = { readonly name: string; readonly stream: () => ReadableStream<Uint8Array> };

export type PageEvent = {
  readonly preventDefault: () => void;
  readonly dataTransfer?: { readonly files: ArrayLike<PageFile> };
};

export type PageElement = {
  textContent: string;
  className: string;
  value: string;
  hidden: boolean;
  readonly dataset: Record<string, string | undefined>;
  readonly files?: ArrayLike<PageFile> | null;
  readonly addEventListener: (type: string, listener: (event: PageEvent) => void) => void;
};

export type PageDocument = {
  readonly documentElement: { lang: string };
  readonly getElementById: (id: string) => PageElement | null;
  readonly querySelectorAll: (selector: string) => ArrayLike<PageElement>;
};
