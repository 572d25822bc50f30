/** Our logo, a keyhole. Served as `/assets/icon.svg`, because the pages' CSP forbids `data:`. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<title>Latchkey</title>
<rect width="32" height="32" rx="9" fill="#4f46e5"/>
<path fill="#fff" d="M16 6.5a5.6 5.6 0 0 0-2.9 10.4L11.4 25h9.2l-1.7-8.1A5.6 5.6 0 0 0 16 6.5Z"/>
</svg>
`;
