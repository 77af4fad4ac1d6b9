import { makeAdapter } from './adapter.tsx';

Object.assign(window, { adapter: makeAdapter({ shows: 'column', from: 'disk' }) });
import '../components/page/driver.js';
