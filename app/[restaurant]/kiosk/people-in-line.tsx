/** Four guests before the counter, one behind the other; the golden one is you. */
export function PeopleInLine() {
  return (
    <svg viewBox="0 0 300 96" aria-hidden="true" className="w-72 kiosk:w-96">
      {[0, 1, 2, 3].map(place => (
        <g key={place} className={place === 0 ? 'fill-crust' : 'fill-ink'}>
          <circle cx={36 + place * 64} cy={22} r={17} />
          <path d={`M${12 + place * 64} 92v-20a24 24 0 0 1 48 0v20a4 4 0 0 1-4 4h-40a4 4 0 0 1-4-4Z`} />
        </g>
      ))}
      <path d="M284 40v56h16v-56a8 8 0 0 0-16 0Z" className="fill-line" />
    </svg>
  )
}
