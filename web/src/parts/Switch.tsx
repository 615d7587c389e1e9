// A choice of one among a few, as buttons in a row: views, periods, measures.

interface SwitchProps<Value extends string> {
  label: string;
  options: { value: Value; name: string }[];
  value: Value;
  choose: (value: Value) => void;
}

export function Switch<Value extends string>(props: SwitchProps<Value>) {
  return (
    <div class="switch" role="group" aria-label={props.label}>
      {props.options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === props.value}
          onClick={() => props.choose(option.value)}
        >
          {option.name}
        </button>
      ))}
    </div>
  );
}
