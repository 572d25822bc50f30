/** A padlock; served as `/assets/icon.svg`, because the pages' CSP refuses `data:`. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="8" fill="#2f4bd8"/>
<path d="M11 15v-3a5 5 0 0 1 10 0v3" fill="none" stroke="#fff" stroke-width="2.6"/>
<rect x="8" y="14.5" width="16" height="11" rx="2.5" fill="#fff"/>
<circle cx="16" cy="19" r="1.9" fill="#2f4bd8"/>
<path d="M16 19v3.5" stroke="#2f4bd8" stroke-width="1.8" stroke-linecap="round"/>
</svg>
`;
