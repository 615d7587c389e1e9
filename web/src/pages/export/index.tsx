// Ledgers as files: what each format is, which entries, and the download.

import { useRef, useState } from 'preact/hooks';
import { api, type Problem as ServerProblem } from '../../api/client';
import { useLoad } from '../../api/hooks';
import { strings } from '../../i18n';
import { formatNumber } from '../../i18n/format';
import { FilterBar } from '../../parts/FilterBar';
import { Page } from '../../parts/Page';
import { Problem } from '../../parts/States';
import { useFilters } from '../../router/filters';
import { oneOf, useQuery } from '../../router/query';
import { exportCommand } from './command';
import { en } from './strings.en';
import { nb } from './strings.nb';
import './export.css';

const formats = ['csv', 'parquet', 'plover', 'cameo', 'ucdp', 'ceasefires', 'jsonl'] as const;
type Format = (typeof formats)[number];

export default function Export() {
  const words = strings({ en, nb });
  const [{ format }, setQuery] = useQuery({ format: oneOf(formats, 'csv') });
  const [filters] = useFilters();
  return (
    <Page title={words.title} lead={words.lead}>
      <Formats format={format} choose={(chosen) => setQuery({ format: chosen })} />
      <h2>{words.choose}</h2>
      <p class="muted">{words.chooseLead}</p>
      <FilterBar />
      <Fitting />
      <Download key={format} format={format} />
      <Command command={exportCommand(format, filters)} />
      <p class="muted">{words.dictionary}</p>
    </Page>
  );
}

interface FormatsProps {
  format: Format;
  choose: (format: Format) => void;
}

function Formats({ format, choose }: FormatsProps) {
  const words = strings({ en, nb });
  return (
    <fieldset class="export-formats">
      <legend>{words.format}</legend>
      {formats.map((each) => (
        <label key={each} class="export-format">
          <input
            type="radio"
            name="format"
            value={each}
            checked={each === format}
            onChange={() => choose(each)}
          />
          <span>
            <strong>{words.formats[each]}</strong>
            <span>{words.rows[each]}</span>
            <span class="muted">{words.about[each]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** How much the filters let through, so that nobody downloads an empty file unawares. */
function Fitting() {
  const words = strings({ en, nb });
  const [filters] = useFilters();
  const incidents = useLoad(['incidents', filters], (signal) =>
    api.counts('state', { ...filters, limit: 1 }, signal),
  );
  const tolls = useLoad(['tolls', filters], (signal) => api.tollSum(filters, signal));
  const waiting = incidents.loading || tolls.loading || !incidents.data || !tolls.data;
  if (incidents.problem || tolls.problem) return null;
  return (
    <p role="status">
      {waiting
        ? words.counting
        : words.fits(formatNumber(incidents.data!.total), formatNumber(tolls.data!.entries))}
    </p>
  );
}

function Download({ format }: { format: Format }) {
  const words = strings({ en, nb });
  const [filters] = useFilters();
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const link = useRef<HTMLAnchorElement>(null);
  const start = () => {
    setProblem(null);
    api.checkExport(format, filters).then(() => link.current?.click(), setProblem);
  };
  return (
    <>
      <p>
        <button type="button" class="primary" onClick={start}>
          {words.download(words.formats[format])}
        </button>
        <a ref={link} href={api.exportAddress(format, filters)} download hidden>
          {words.formats[format]}
        </a>
      </p>
      {problem && <Problem problem={problem} />}
    </>
  );
}

function Command({ command }: { command: string }) {
  const words = strings({ en, nb });
  const [copied, setCopied] = useState('');
  const copy = async () => {
    await navigator.clipboard.writeText(command);
    setCopied(command);
  };
  return (
    <section>
      <h2>{words.command}</h2>
      <p class="export-command">
        <code>{command}</code>
        <button type="button" onClick={() => void copy()}>
          {words.copy}
        </button>
        <span role="status" class="muted">
          {copied === command && words.copied}
        </span>
      </p>
    </section>
  );
}
