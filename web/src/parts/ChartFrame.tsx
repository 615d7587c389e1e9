// The frame of every chart: what it is called and shows, the same figures as a table, and the
// chart to take along as SVG or PNG.

import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { common } from '../i18n';
import { downloadPng, downloadSvg } from './chartExport';

interface ChartFrameProps {
  title: string;
  description?: ComponentChildren;
  /** One <svg role="img" aria-label=…>, drawn with classes and attributes. */
  children: ComponentChildren;
  /** The figures as a table; shown on demand. */
  table?: ComponentChildren;
  legend?: ComponentChildren;
  /** Switches that belong to this chart. */
  controls?: ComponentChildren;
  headingLevel?: 2 | 3;
}

export function ChartFrame(props: ChartFrameProps) {
  const { title, headingLevel = 2 } = props;
  const drawing = useRef<HTMLDivElement>(null);
  const id = useId();
  const Heading = `h${headingLevel}` as const;
  const words = common().chart;
  const svg = () => drawing.current?.querySelector('svg') ?? null;

  return (
    <section class="chart" aria-labelledby={id}>
      <div class="chart-head">
        <Heading id={id}>{title}</Heading>
        <div class="chart-controls">
          {props.controls}
          <button
            type="button"
            class="quiet"
            aria-label={words.downloadAs(words.svg, title)}
            onClick={() => downloadSvg(svg(), title)}
          >
            {words.svg}
          </button>
          <button
            type="button"
            class="quiet"
            aria-label={words.downloadAs(words.png, title)}
            onClick={() => void downloadPng(svg(), title)}
          >
            {words.png}
          </button>
        </div>
      </div>
      {props.description && <p class="muted">{props.description}</p>}
      {props.legend}
      <div class="chart-drawing" ref={drawing}>
        {props.children}
      </div>
      {props.table && (
        <details class="chart-table">
          <summary>{words.table}</summary>
          {props.table}
        </details>
      )}
    </section>
  );
}
