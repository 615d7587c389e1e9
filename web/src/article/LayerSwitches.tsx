// Which kinds of words are highlighted; the switches are the legend, too.

import { strings } from '../i18n';
import { layers, type Layer } from './marks';
import { en } from './strings.en';
import { nb } from './strings.nb';

interface LayerSwitchesProps {
  hidden: readonly Layer[];
  change: (hidden: Layer[]) => void;
}

export function LayerSwitches({ hidden, change }: LayerSwitchesProps) {
  const words = strings({ en, nb });
  const toggle = (layer: Layer) =>
    change(hidden.includes(layer) ? hidden.filter((one) => one !== layer) : [...hidden, layer]);
  return (
    <fieldset class="article-layers">
      <legend class="visually-hidden">{words.highlight}</legend>
      {layers.map((layer) => (
        <label key={layer}>
          <input type="checkbox" checked={!hidden.includes(layer)} onChange={() => toggle(layer)} />
          <span class={layer === 'event' ? 'article-trigger article-quad-4' : `article-${layer}`}>
            {words.layers[layer]}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
