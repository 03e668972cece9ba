const SHAPES: Readonly<Record<string, string>> = {
  red: 'M5 1h6l4 4v6l-4 4H5l-4-4V5z',
  yellow: 'M8 1l7.5 13.5H.5z',
  blue: 'M8 0.5 15.5 8 8 15.5 0.5 8z',
  green: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z',
};

/** Octagon, triangle, diamond, disc; a ring where no clock runs. */
export const LightShape = ({ color }: { readonly color: string }) => {
  const path = SHAPES[color];
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" className="light-shape">
      {path === undefined ? (
        <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />
      ) : (
        <path d={path} fill="currentColor" />
      )}
    </svg>
  );
};
