import { expose } from 'comlink';
import { analyse } from './analyses';

const api = { analyse };

export type AnalysisWorker = typeof api;

expose(api);
