import { makeAdapter } from './adapter.tsx';

Object.assign(window, { adapter: makeAdapter({ shows: 'column', from: 'memory' }) });
import '../components/page/driver.js';
