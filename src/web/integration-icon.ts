import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Services } from '../flows/services.ts';
import { iconOf } from '../model/icon.ts';
import { answerBytes } from './answer.ts';
import { pathOf } from './request-target.ts';

/**
 * `GET …/assets/icons/:integration`: the icon from the integration's definition, served by us because pages load nothing
 * from other hosts. Returns false if it has none.
 */
export function answerIcon(services: Services, request: IncomingMessage, response: ServerResponse): boolean {
  const icon = services.integrations.get(pathOf(request).split('/').at(-1) ?? '')?.icon;
  if (icon === undefined) return false;
  const { type, bytes } = iconOf(icon);
  answerBytes(response, 200, type, bytes);
  return true;
}
