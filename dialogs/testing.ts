// tests of a bot on botbuilder
export { type ConnectOptions, connectInBrowser } from '../testing/connect-in-browser.ts';
export { fillCard, linkIn, type Said, wordsOf } from '../testing/said.ts';
export { startTestAuthorizer } from '../testing/start-test-authorizer.ts';
export { openTestChat, type Recorder, type TestChat } from '../testing/test-chat.ts';
export { RecordingAdapter } from './recording-adapter.ts';
