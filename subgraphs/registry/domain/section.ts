/** The sections of a file: what can be seen or withheld as one, and which subgraph holds it. */

export enum Section {
  IDENTITY = "IDENTITY",
  PATHWAY = "PATHWAY",
  EMPLOYABILITY = "EMPLOYABILITY",
  MATCHING = "MATCHING",
  PASSERELLE = "PASSERELLE",
  RELOCATION = "RELOCATION",
  WELCOME = "WELCOME",
}

/** The subgraphs that hold data of their own. */
export type Holder = "registry" | "fccq" | "eer" | "ccmm" | "regional";

export const HOLDER_OF_SECTION: Record<Section, Holder> = {
  IDENTITY: "registry",
  PATHWAY: "registry",
  EMPLOYABILITY: "eer",
  MATCHING: "fccq",
  PASSERELLE: "ccmm",
  RELOCATION: "eer",
  WELCOME: "regional",
};

export const SECTIONS = Object.values(Section);
