// Text from an article. Characters that turn the direction of writing round, so that words read as
// other than they are, are shown by their names and not obeyed.

import './PlainText.css';

const names: Record<string, string> = {
  '\u202a': 'LRE', '\u202b': 'RLE', '\u202c': 'PDF', '\u202d': 'LRO', '\u202e': 'RLO',
  '\u2066': 'LRI', '\u2067': 'RLI', '\u2068': 'FSI', '\u2069': 'PDI',
};

const controls = /([\u202a-\u202e\u2066-\u2069])/;

export function PlainText({ children }: { children: string }) {
  if (!controls.test(children)) return <>{children}</>;
  return (
    <>
      {children.split(controls).map((part, index) =>
        names[part] ? (
          <span key={index} class="text-control">
            {names[part]}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}
