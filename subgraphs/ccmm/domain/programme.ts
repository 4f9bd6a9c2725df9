/** The programmes of CCMM for immigrant professionals, as facts: the current one and the one it follows. */

export interface Programme {
  name: string;
  /** As far as it is known: `2021-02`, `2010`. */
  launched: string;
  suspended: boolean;
  /** Whether taking part costs nothing. */
  free: boolean | null;
  /** Whether one can register at any time. */
  continuousRegistration: boolean | null;
  website: string | null;
  /** With whom CCMM developed it; names are never translated. */
  partners: readonly string[];
  /** The name of the programme it follows. */
  follows: string | null;
}

/** CCMM's code as an organisation. */
export const CCMM = "ccmm";

export const PROGRAMMES: readonly Programme[] = [
  {
    name: "Passerelle sectorielle",
    launched: "2021-02",
    suspended: false,
    free: true,
    continuousRegistration: true,
    website: "https://passerellesectorielle.ca",
    partners: ["Gouvernement du Québec", "Ville de Montréal"],
    follows: "Interconnexion",
  },
  {
    name: "Interconnexion",
    launched: "2010",
    suspended: true,
    free: null,
    continuousRegistration: null,
    website: null,
    partners: [],
    follows: null,
  },
];
