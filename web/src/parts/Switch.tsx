// A choice of one among a few, as buttons in a row: views, periods, measures.

interface SwitchProps<Value extends string> {
  label: string;
  values: readonly Value[];
  nameOf: (value: Value) => string;
  value: Value;
  choose: (value: Value) => void;
}

export function Switch<Value extends string>(props: SwitchProps<Value>) {
  return (
    <div class="switch" role="group" aria-label={props.label}>
      {props.values.map((value) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === props.value}
          onClick={() => props.choose(value)}
        >
          {props.nameOf(value)}
        </button>
      ))}
    </div>
  );
}

interface ViewSwitchProps<View extends string> {
  /** The strings of the page. */
  words: { view: string; views: Record<View, string> };
  views: readonly View[];
  view: View;
  /** Writes the view to the address. */
  setQuery: (changes: { view: View }) => void;
}

/** The choice among the views of a page. */
export function ViewSwitch<View extends string>(props: ViewSwitchProps<View>) {
  const { words, views, view, setQuery } = props;
  return (
    <Switch
      label={words.view}
      values={views}
      nameOf={(value) => words.views[value]}
      value={view}
      choose={(chosen) => setQuery({ view: chosen })}
    />
  );
}
