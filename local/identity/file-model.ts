/** What is taken to be known before a file is read: the hub's model, with more degrees of difference. */
import { currentModel, type Model } from "../../subgraphs/registry/domain/identity/index.ts";

type Fields = Model["fields"];

/** Chances of the levels that the hub does not tell apart: a guess, which a file soon corrects. */
const GARBLED = { GARBLED: { m: 0.02, u: 0.004 } };
const FINER: Fields = {
  given: GARBLED,
  family: GARBLED,
  birth: { TWO_SLIPS: { m: 0.01, u: 0.01 }, YEAR_NEAR: { m: 0.02, u: 0.01 } },
  email: { ...GARBLED, HOST: { m: 0.03, u: 0.01 } },
  phone: { GARBLED: { m: 0.005, u: 0.001 } },
  identifier: { GARBLED: { m: 0.01, u: 0.001 } },
  street: { ...GARBLED, NUMBER: { m: 0.02, u: 0.005 } },
  postal: { AREA: { m: 0.05, u: 0.02 } },
  city: GARBLED,
  other: { GARBLED: { m: 0.02, u: 0.01 } },
};

/** The model with which a file is begun; `contact` says whether its people may share telephone and address. */
export function fileModel(contact: Model["contact"]): Model {
  const fields = Object.fromEntries(
    Object.entries(currentModel.fields).map(([field, levels]) => [field, { ...levels, ...FINER[field] }]),
  );
  return { ...currentModel, contact, fields, finer: true };
}
