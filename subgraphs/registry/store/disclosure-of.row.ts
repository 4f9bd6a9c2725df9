/** A disclosure by the person it was of, under whatever candidate they were known then. A view. */
import { Entity } from "typeorm";
import { DisclosureColumns } from "./disclosure.row.ts";

@Entity("disclosure_of")
export class DisclosureOfRow extends DisclosureColumns {}
