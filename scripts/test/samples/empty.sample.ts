// Run by node-tests.test.ts: a test file without a test.
