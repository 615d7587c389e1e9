import { useState } from 'preact/hooks';
import { showChanges } from '../api/changes';
import { api, Problem as ServerProblem, refreshStatus } from '../api/client';
import { common } from '../i18n';
import { InputField } from '../parts/InputField';
import { Page } from '../parts/Page';
import { Problem } from '../parts/States';

export function SignIn() {
  const words = common().signIn;
  const [token, setToken] = useState('');
  const [problem, setProblem] = useState<ServerProblem | null>(null);

  const submit = async (event: Event) => {
    event.preventDefault();
    try {
      await api.signIn(token.trim());
      await refreshStatus();
      showChanges();
    } catch (error) {
      const known = error instanceof ServerProblem ? error : new ServerProblem(0, '', '');
      setProblem(known.status === 401 ? new ServerProblem(401, '', words.refused) : known);
    }
  };

  return (
    <Page title={words.title} lead={words.why}>
      <form class="sign-in" onSubmit={(event) => void submit(event)}>
        <InputField
          label={words.token}
          type="password"
          autocomplete="current-password"
          required
          value={token}
          onInput={(event) => setToken(event.currentTarget.value)}
        />
        <button type="submit" class="primary">
          {words.submit}
        </button>
      </form>
      {problem && <Problem problem={problem} />}
    </Page>
  );
}
