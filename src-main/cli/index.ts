#!/usr/bin/env node
import process from 'node:process';
import { runProgram } from './program';

const wantsNoMore = (error: Error): boolean => 'code' in error && error.code === 'EPIPE';

// Who reads the result may stop when they have enough, as `head` does.
process.stdout.on('error', (error) => {
  if (!wantsNoMore(error)) throw error;
});

process.exitCode = await runProgram(process.argv.slice(2), {
  result: (text) =>
    new Promise((resolve, reject) => {
      process.stdout.write(text, (error) => (error && !wantsNoMore(error) ? reject(error) : resolve()));
    }),
  note: (text) => process.stderr.write(`${text}\n`),
  isTerminal: process.stdout.isTTY === true,
});
