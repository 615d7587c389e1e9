/** A title for a heading; an article may call a whole page its title. */
export function shortTitle(title: string | null): string {
  const letters = [...(title ?? '').slice(0, 400)];
  return letters.length > 160 ? `${letters.slice(0, 159).join('')}…` : letters.join('');
}
