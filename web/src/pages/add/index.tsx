// New articles: pasted or from files, coded to look at or to keep.

import { useState } from 'preact/hooks';
import { api, Problem as ServerProblem } from '../../api/client';
import type { CodedText, NewDocument, StoredAnswer } from '../../api/types';
import '../../article/article.css';
import { mayCorrect } from '../../article/review';
import { strings } from '../../i18n';
import { formatNumber } from '../../i18n/format';
import { documentAddress } from '../../parts/addresses';
import { Page } from '../../parts/Page';
import { Problem } from '../../parts/States';
import './add.css';
import { Batch } from './Batch';
import { Coded } from './Coded';
import { Fields } from './Fields';
import { completed, documentsIn, isTooLarge, Unreadable, type Given } from './files';
import { en } from './strings.en';
import { nb } from './strings.nb';
import { useBatch } from './useBatch';

type Busy = 'coding' | 'storing' | null;

/** Coding and storing one article, and what came of it. */
function useOne() {
  const words = strings({ en, nb });
  const [busy, setBusy] = useState<Busy>(null);
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const [coded, setCoded] = useState<CodedText | null>(null);
  const [stored, setStored] = useState<StoredAnswer | null>(null);

  const ask = async (what: Busy, document: NewDocument, question: () => Promise<void>) => {
    setProblem(null);
    setStored(null);
    if (isTooLarge(document)) return setProblem(new ServerProblem(413, '', words.tooLarge));
    setBusy(what);
    try {
      await question();
    } catch (error) {
      setProblem(error instanceof ServerProblem ? error : new ServerProblem(0, '', String(error)));
    }
    setBusy(null);
  };
  return {
    busy,
    problem,
    coded,
    stored,
    code: (document: NewDocument) =>
      void ask('coding', document, async () => setCoded(await api.code(document))),
    store: (document: NewDocument) =>
      void ask('storing', document, async () => setStored(await api.addDocument(document))),
  };
}

export default function Add() {
  const words = strings({ en, nb });
  const [text, setText] = useState('');
  const [given, setGiven] = useState<Given>({});
  const [unreadable, setUnreadable] = useState<string[]>([]);
  const one = useOne();
  const batch = useBatch();
  const pasted = () => completed({ text }, given);
  // A title is one article's own.
  const forAll = (document: NewDocument) => completed(document, { ...given, title: '' });

  const readFile = async (file: File): Promise<string | null> => {
    try {
      batch.add(documentsIn(file.name, await file.text()));
      return null;
    } catch (error) {
      const line = error instanceof Unreadable ? error.line : null;
      return line === null
        ? words.unreadable(file.name)
        : words.unreadableLine(file.name, formatNumber(line));
    }
  };
  const readFiles = async (input: HTMLInputElement) => {
    const answers = await Promise.all([...(input.files ?? [])].map(readFile));
    input.value = '';
    setUnreadable(answers.filter((answer) => answer !== null));
  };

  return (
    <Page title={words.title} lead={words.lead}>
      <div class="field">
        <label for="add-text">{words.text}</label>
        <textarea
          id="add-text"
          class="add-text"
          rows={10}
          dir="auto"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <Fields
        given={given}
        change={(changes) => setGiven((before) => ({ ...before, ...changes }))}
      />
      <div class="add-actions">
        <button
          type="button"
          class="primary"
          disabled={!text.trim() || one.busy !== null}
          onClick={() => one.code(pasted())}
        >
          {words.code}
        </button>
        {mayCorrect() && (
          <button
            type="button"
            disabled={!text.trim() || one.busy !== null}
            onClick={() => one.store(pasted())}
          >
            {words.store}
          </button>
        )}
        <span role="status">
          {one.busy && words[one.busy]}
          {one.stored && <Stored answer={one.stored} />}
        </span>
      </div>
      <div class="field add-files">
        <label for="add-files">{words.files}</label>
        <input
          id="add-files"
          type="file"
          multiple
          accept=".txt,.json,.jsonl,.ndjson,text/plain,application/json"
          onChange={(event) => void readFiles(event.currentTarget)}
        />
      </div>
      <div role="alert">
        {unreadable.map((sentence) => (
          <p key={sentence}>
            <bdi>{sentence}</bdi>
          </p>
        ))}
      </div>
      {one.problem && <Problem problem={one.problem} />}
      <Batch batch={batch} complete={forAll} show={one.code} />
      {one.coded && <Coded {...one.coded} />}
    </Page>
  );
}

function Stored({ answer }: { answer: StoredAnswer }) {
  const words = strings({ en, nb });
  return (
    <>
      {answer.stored ? words.storedNow : words.thereAlready} {answer.copy_of && words.isCopy}{' '}
      <a href={documentAddress(answer.key)}>{words.openReader}</a>
    </>
  );
}
