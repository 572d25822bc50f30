import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Services } from '../flows/services.ts';
import { iconOf } from '../model/icon.ts';
import { answerBytes } from './answer.ts';
import { pathOf } from './request-target.ts';

/**
 * `GET …/assets/icons/:integration`: the icon that its definition has, from our own host, because pages load nothing from
 * elsewhere. False where there is none.
 */
export function answerIcon(services: Services, request: IncomingMessage, response: ServerResponse): boolean {
  const icon = services.integrations.get(pathOf(request).split('/').at(-1) ?? '')?.icon;
  if (icon === undefined) return false;
  const { type, bytes } = iconOf(icon);
  answerBytes(response, 200, type, bytes);
  return true;
}
