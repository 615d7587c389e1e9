// The map with what belongs to it: the circles from the server, buttons, and the same as a list.

import type { Signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { api } from '../../api/client';
import { useLoad } from '../../api/hooks';
import type { Filters, MapCell } from '../../api/types';
import { strings } from '../../i18n';
import { formatNumber } from '../../i18n/format';
import { ChartFrame } from '../../parts/ChartFrame';
import { Problem } from '../../parts/States';
import { CellTable } from './CellTable';
import { type NamedPlace, gridZoom, namesOf, placesByCell, snapped } from './cells';
import { Legend } from './Legend';
import { useMapQuery, viewIn } from './selection';
import { en } from './strings.en';
import { nb } from './strings.nb';
import { boxOf, boxText, fit, type Size, type View, within, written } from './view';
import { type MarkedPlace, WorldMap } from './WorldMap';

interface MapPanelProps {
  filters: Filters;
  /** Null until it is known where incidents happened. */
  places: NamedPlace[] | null;
  marked: Signal<MarkedPlace | null>;
}

/** Where the map looks: as the address says, else at all places. */
function useView(places: NamedPlace[] | null) {
  const [query, setQuery] = useMapQuery();
  const given = viewIn(query);
  const viewFor = (size: Size): View => (given ? within(given, size) : fit(places ?? [], size));
  const settle = (view: View, size: Size) => {
    const box = query.box === null ? null : boxText(boxOf(view, size));
    setQuery({ ...written(view), box }, { replace: true });
  };
  const showAll = () => setQuery({ lon: null, lat: null, zoom: null, box: null });
  return { viewFor, settle, showAll };
}

function useCells(filters: Filters, view: View | null, size: Size | null) {
  const grid = gridZoom(view?.zoom ?? 0);
  const box = view && size ? snapped(boxOf(view, size), grid) : null;
  const answer = useLoad(box && ['map', filters, grid, box], (signal) =>
    box ? api.map({ ...filters, zoom: grid, ...box }, signal) : Promise.resolve(null),
  );
  return { answer, grid };
}

/** Which circles are chosen, by the names of their places. */
function useChoice(grid: number, places: NamedPlace[] | null) {
  const [query, setQuery] = useMapQuery();
  const byCell = placesByCell(places ?? [], grid);
  const namesIn = (cell: MapCell) => namesOf(cell, grid, byCell);
  const isChosen = (cell: MapCell) => namesIn(cell).some((name) => query.at.includes(name));
  const choose = (cell: MapCell) => {
    const names = namesIn(cell);
    const others = query.at.filter((name) => !names.includes(name));
    setQuery({ at: isChosen(cell) ? others : [...others, ...names], box: null });
  };
  return { isChosen, choose };
}

export function MapPanel({ filters, places, marked }: MapPanelProps) {
  const words = strings({ en, nb });
  const [query, setQuery] = useMapQuery();
  const [size, setSize] = useState<Size | null>(null);
  const { viewFor, settle, showAll } = useView(places);
  const view = size && (places || viewIn(query)) ? viewFor(size) : null;
  const { answer, grid } = useCells(filters, view, size);
  const choice = useChoice(grid, places);
  const { total = 0, placed = 0 } = answer.data ?? {};
  // The smaller ones are drawn last, and so above the larger.
  const cells = [...(answer.data?.cells ?? [])].sort((a, b) => b.count - a.count);

  const nameOf = ({ place, places: count }: MapCell) =>
    count > 1 ? words.andMore(place ?? '', count - 1) : (place ?? '');
  const zoomBy = (change: number) => {
    if (view && size) settle(within({ ...view, zoom: view.zoom + change }, size), size);
  };
  const onlyShown = () => {
    if (!view || !size) return;
    setQuery({ ...written(view), at: [], box: query.box ? null : boxText(boxOf(view, size)) });
  };
  return (
    <ChartFrame
      title={words.map}
      description={words.placed(formatNumber(placed), formatNumber(total))}
      legend={<Legend />}
      controls={<OnlyShown pressed={query.box !== null} press={onlyShown} />}
      table={<CellTable cells={cells} nameOf={nameOf} {...choice} />}
    >
      {answer.problem && <Problem problem={answer.problem} again={answer.reload} />}
      <div class="incidents-stage">
        <ZoomButtons zoomBy={zoomBy} showAll={showAll} />
        <WorldMap
          label={words.mapLabel(formatNumber(placed), formatNumber(cells.length))}
          cells={cells}
          nameOf={nameOf}
          viewFor={viewFor}
          settle={settle}
          marked={marked}
          resized={setSize}
          {...choice}
        />
      </div>
      <p class="muted incidents-hint">{words.hint}</p>
    </ChartFrame>
  );
}

function OnlyShown({ pressed, press }: { pressed: boolean; press: () => void }) {
  const words = strings({ en, nb });
  return (
    <button type="button" class="toggle" aria-pressed={pressed} onClick={press}>
      {words.onlyShown}
    </button>
  );
}

interface ZoomButtonsProps {
  zoomBy: (change: number) => void;
  showAll: () => void;
}

function ZoomButtons({ zoomBy, showAll }: ZoomButtonsProps) {
  const words = strings({ en, nb });
  return (
    <div class="incidents-zoom" role="group" aria-label={words.zoom}>
      <button type="button" aria-label={words.zoomIn} onClick={() => zoomBy(1)}>
        +
      </button>
      <button type="button" aria-label={words.zoomOut} onClick={() => zoomBy(-1)}>
        −
      </button>
      <button type="button" onClick={showAll}>
        {words.showAll}
      </button>
    </div>
  );
}
