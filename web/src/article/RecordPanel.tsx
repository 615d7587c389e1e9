// The record at hand: what it says, what may be done with it, and where it comes from.

import { strings } from '../i18n';
import { entryAddress } from '../parts/addresses';
import { Problem } from '../parts/States';
import type { Actions, AtHand } from './actions';
import type { Article } from './article';
import { CorrectionList } from './CorrectionList';
import { valuesNow, verdictOf } from './corrections';
import { Explanation } from './Explanation';
import { RecordForm } from './RecordForm';
import { RecordTitle, VerdictSign } from './RecordTitle';
import { RecordValues } from './RecordValues';
import { mayCorrect, type Review } from './review';
import { en } from './strings.en';
import { nb } from './strings.nb';
import { Who } from './Who';

interface RecordPanelProps {
  article: Article;
  atHand: AtHand;
  versions: Record<string, string>;
  review: Review;
  actions: Actions;
  why: boolean;
  setWhy: (open: boolean) => void;
}

export function RecordPanel(props: RecordPanelProps) {
  const { article, atHand, review, actions } = props;
  const { record, corrections, report } = atHand;
  const words = strings({ en, nb });
  return (
    <section class="record-panel" aria-labelledby="record-heading">
      <h2 id="record-heading">
        <span class="visually-hidden">{words.record}: </span>
        <RecordTitle record={{ ...record, values: valuesNow(record, corrections) }} />
        <VerdictSign verdict={verdictOf(record, corrections)} />
      </h2>
      {actions.editing ? (
        <RecordForm
          key={report}
          article={article}
          record={record}
          values={valuesNow(record, corrections)}
          busy={review.busy}
          save={actions.save}
          cancel={actions.cancel}
        />
      ) : (
        <>
          <Buttons actions={actions} busy={review.busy} />
          <RecordValues record={record} corrections={corrections} />
        </>
      )}
      {review.problem && <Problem problem={review.problem} />}
      {mayCorrect() && <Who nameless={review.nameless} />}
      <Origin {...props} />
      <CorrectionList kind={record.kind} corrections={corrections} />
      <p class="visually-hidden" role="status">
        {actions.said}
      </p>
    </section>
  );
}

function Buttons({ actions, busy }: { actions: Actions; busy: boolean }) {
  const words = strings({ en, nb });
  if (!mayCorrect()) return <p class="muted">{words.readerOnly}</p>;
  const buttons = [
    { key: 'c', name: words.confirm, act: actions.confirm },
    { key: 'x', name: words.reject, act: actions.reject },
    { key: 'e', name: words.edit, act: actions.edit },
    { key: 'u', name: words.undo, act: actions.undo },
  ];
  return (
    <div class="record-actions">
      {buttons.map(({ key, name, act }) => (
        <button key={key} type="button" aria-keyshortcuts={key} disabled={busy} onClick={act}>
          {name} <kbd aria-hidden="true">{key}</kbd>
        </button>
      ))}
    </div>
  );
}

function Origin({ atHand, versions, why, setWhy }: RecordPanelProps) {
  const words = strings({ en, nb });
  const { record, report } = atHand;
  const coder = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return (
    <div class="record-origin">
      <p>
        <a href={entryAddress(report)}>{words.inLedger}</a>
      </p>
      <dl class="facts">
        {record.rule && (
          <div class="fact">
            <dt>{words.rule}</dt>
            <dd>
              {/* Some rules list scores of words; all of them stand in the explanation. */}
              <bdi class="code clamped" title={record.rule}>
                {record.rule}
              </bdi>
            </dd>
          </div>
        )}
        <div class="fact">
          <dt>{words.versions}</dt>
          <dd>
            <bdi class="code">{coder.join(', ')}</bdi>
          </dd>
        </div>
      </dl>
      <Explanation report={report} open={why} toggle={setWhy} />
    </div>
  );
}
