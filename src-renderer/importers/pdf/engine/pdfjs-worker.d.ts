// pdf.js ships types for its display half only. Importing the worker half is done for its effect.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
