import { afterEach, expect, it } from 'vitest';
import { isTaken } from './keys';

afterEach(() => document.body.replaceChildren());

function pressed(tag: string, init: KeyboardEventInit): boolean {
  const element = document.createElement(tag);
  document.body.append(element);
  let taken = false;
  document.addEventListener('keydown', (event) => { taken = isTaken(event); }, { once: true });
  element.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }));
  return taken;
}

it('leaves keys to fields in which somebody types', () => {
  for (const tag of ['input', 'textarea', 'select']) expect(pressed(tag, { key: 'c' })).toBe(true);
  expect(pressed('button', { key: 'c' })).toBe(false);
});

it('leaves Enter to buttons and links', () => {
  expect(pressed('button', { key: 'Enter' })).toBe(true);
  expect(pressed('p', { key: 'Enter' })).toBe(false);
});

it('leaves what is pressed with Ctrl, Alt or Meta to the browser', () => {
  expect(pressed('p', { key: 'c', ctrlKey: true })).toBe(true);
});
