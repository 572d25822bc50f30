import { setFlagsFromString } from 'node:v8';

/**
 * Imported before everything else. botbuilder's turns outlive collections of young objects, so that with a young generation
 * of the usual size one contestant in five pays 15 ms for all of them. With a small one each pays for what it leaves behind.
 */
setFlagsFromString('--semi-space-growth-factor=1');
