import { render } from 'preact';
import { App } from './App';
import { startRouter } from './router/router';
import './styles/base.css';
import './styles/layout.css';
import './styles/parts.css';

startRouter();
render(<App />, document.getElementById('app')!);
