import { expect, test } from 'vitest';
import { countOf } from '../../../build/lib/stages.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

test('every test counts once', () => {
  const report = { testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')] };
  expect(countOf(report, 1)).toEqual({ passed: 3, failed: 1 });
});

test('a file that broke before its first test is one failure', () => {
  expect(countOf({ testResults: [file('passed', 'passed'), file('failed')] }, 1)).toEqual({
    passed: 1,
    failed: 1,
  });
});

test('a run without a report is one failure', () => {
  expect(countOf(undefined, 1)).toEqual({ passed: 0, failed: 1 });
  expect(countOf(undefined, 124)).toEqual({ passed: 0, failed: 1 });
});

test('an error outside every test is one failure', () => {
  expect(countOf({ testResults: [file('passed', 'passed')] }, 1)).toEqual({ passed: 1, failed: 1 });
});

test('a run that found no test at all is one failure', () => {
  expect(countOf({ testResults: [] }, 0)).toEqual({ passed: 0, failed: 1 });
});

test('a run that passed is all passed', () => {
  expect(countOf({ testResults: [file('passed', 'passed')] }, 0)).toEqual({ passed: 1, failed: 0 });
});
