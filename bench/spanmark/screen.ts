import { makeAdapter } from './adapter.tsx';

Object.assign(window, { adapter: makeAdapter({ shows: 'screen', from: 'memory' }) });
import '../components/page/driver.js';
