#!/usr/bin/env node
import process from 'node:process';
import { runProgram } from './program';

process.exitCode = await runProgram(process.argv.slice(2), {
  result: (text) =>
    new Promise((resolve, reject) => {
      process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
    }),
  note: (text) => process.stderr.write(`${text}\n`),
  isTerminal: process.stdout.isTTY === true,
});
