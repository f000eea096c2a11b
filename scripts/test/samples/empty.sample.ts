// Run by node-tests.test.ts: a test file without a test.
console.log('nothing is proved here');
