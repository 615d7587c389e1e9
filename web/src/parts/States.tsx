// What stands where an answer is not there: it is coming, it went wrong, or it is empty.

import type { ComponentChildren } from 'preact';
import type { Problem as ServerProblem } from '../api/client';
import { common } from '../i18n';

export function Loading() {
  return (
    <p class="loading" role="status">
      {common().loading}
    </p>
  );
}

export function Empty({ title, children }: { title?: string; children?: ComponentChildren }) {
  return (
    <div class="empty" role="status">
      <p>
        <strong>{title ?? common().nothing}</strong>
      </p>
      <p>{children ?? common().nothingHint}</p>
    </div>
  );
}

function explain(problem: ServerProblem): string {
  const words = common().problem;
  if (problem.status === 0) return words.offline;
  if (problem.status === 404) return words.notFound;
  if (problem.status === 403) return words.forbidden;
  return problem.detail || problem.title;
}

export function Problem({ problem, again }: { problem: ServerProblem; again?: () => void }) {
  const words = common().problem;
  return (
    <div class="problem" role="alert">
      <p>
        <strong>{words.title}</strong>
      </p>
      <p>
        <bdi>{explain(problem)}</bdi>
      </p>
      {again && (
        <button type="button" onClick={again}>
          {words.again}
        </button>
      )}
    </div>
  );
}

interface AnswerProps<Data> {
  of: { data: Data | null; problem: ServerProblem | null; loading: boolean; reload: () => void };
  children: (data: Data) => ComponentChildren;
}

/** An answer when it is there; until then, or instead, what there is to say. */
export function Answer<Data>({ of, children }: AnswerProps<Data>) {
  if (of.problem) return <Problem problem={of.problem} again={of.reload} />;
  if (of.data === null) return <Loading />;
  return <div aria-busy={of.loading}>{children(of.data)}</div>;
}
