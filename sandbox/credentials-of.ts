import type { ProductRequest } from './product.ts';

/** The token of an `Authorization: Bearer` header; the scheme is case-insensitive (RFC 7235 §2.1). */
export function bearerOf(request: ProductRequest): string | undefined {
  return /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** User name and password of an `Authorization: Basic` header (RFC 7617). */
export function basicOf(request: ProductRequest): { readonly user: string; readonly password: string } | undefined {
  const encoded = /^basic +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (!encoded) return undefined;
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  if (colon < 0) return undefined;
  return { user: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
}
