/** A small graph of all that the hub's own has none of yet: interfaces, unions, lists of lists, and names that collide. */
import { composeServices } from "@apollo/composition";
import { parse } from "graphql";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@external", "@requires", "@inaccessible", "@interfaceObject", "@shareable"])`;

export const ZOO: Readonly<Record<string, string>> = {
  animals: `${LINK}
    type Query { animals: [Animal!]! pets: [Pet] cat: Cat grid: [[Cat!]]! things: [Thing!] secret: Hidden @inaccessible }
    type Mutation { feed(times: Int): Cat rename: Animal }
    interface Animal @key(fields: "id") { id: ID! name: String! friend: Animal }
    type Cat implements Animal @key(fields: "id") { id: ID! name: String! friend: Animal lives: Int mood: Mood size: Int label: String
      toys: [[String!]] kittens: [Cat!]! }
    type Dog implements Animal @key(fields: "id") { id: ID! name: String! friend: Animal bark: String! mood: Mood size: String! }
    type Stone @key(fields: "weight") { weight: Float! shade: Shade label: String! @shareable }
    type Person @key(fields: "name") { name: String! things: [Thing] }
    type Hidden @inaccessible { id: ID }
    union Pet = Cat | Dog
    union Thing = Cat | Dog | Stone
    enum Mood { CALM WILD @inaccessible }
    type Shade @shareable { red: Int! green: Int }`,
  homes: `${LINK}
    type Animal @key(fields: "id") @interfaceObject { id: ID! name: String! @external homes: [Home!] owner(of: String): Person
      card: String! @requires(fields: "name") }
    type Home @key(fields: "street") @shareable { street: String shade: Shade rooms: [[Room!]!] }
    type Room @shareable { name: String! }
    type Shade @shareable { red: Int! green: Int }
    type Person @key(fields: "name") { name: String! animals: [Animal!]! }`,
  people: `${LINK}
    type Query { person(name: String): Person }
    type Stone @key(fields: "weight") { weight: Float! label: String @shareable }
    type Person @key(fields: "name") { name: String! age: Int! score: Float told: Boolean! home: Home }
    type Home @key(fields: "street") @shareable { street: String }`,
};

/** The supergraph of the three. */
export function composeZoo(): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(ZOO).map(([name, sdl]) => ({ name, url: "http://127.0.0.1:1/", typeDefs: parse(sdl) })),
  );
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join("\n"));
  return supergraphSdl;
}

/** Questions to it, each with something that is easily got wrong. */
export const QUESTIONS: readonly string[] = [
  `{ animals { name ... on Cat { lives size } ... on Dog { bark dogSize: size } } }`,
  `{ animals { __typename kind: __typename friend { __typename id friend { name } } } }`,
  `{ pets { ... on Animal { id name homes { street } card } ... on Cat { mood } } }`,
  `{ pets { __typename ... on Cat { toys kittens { toys kittens { id } } } } }`,
  `{ things { ... on Cat { size } ... on Dog { dogSize: size } ... on Stone { weight shade { red green } } } }`,
  `{ grid { id name owner { name age animals { name } } } animals { owner(of: "x") { told score home { street } } } }`,
  `{ cat { id ...A ...B } } fragment A on Cat { friend { id name friend { id } } kittens { id mood } }
   fragment B on Cat { kittens { name lives } friend { friend { name } ... on Dog { bark } } toys }`,
  `query Q($yes: Boolean!, $no: Boolean!, $unsaid: Boolean = true) { cat @include(if: $yes) { id @skip(if: $no) name
     ... @include(if: $unsaid) { homes { street @skip(if: $unsaid) rooms { name } shade { red } } } card @include(if: $no) } }`,
  `query Q($yes: Boolean!) { animals { card @skip(if: $yes) owner @include(if: $yes) { age } } person { age @skip(if: true) home { street } } }`,
  `query Q($name: String = "x") { person(name: $name) { name age animals { id name card ... on Cat { lives } } } }`,
  `mutation { feed(times: 2) { id name homes { street } } again: feed { id card } rename { name } }`,
  `{ pets { ... on Animal { id ... on Cat { lives } ... on Dog { bark kind: __typename } ... on Thing { ... on Cat { mood } } } } }`,
  `{ things { ... on Cat { label } ... on Stone { label shade { red } } } person { things { ... on Cat { label } ... on Stone { label } } } }`,
  `{ __typename person { __typename } }`,
  `{ cat { friend { friend { friend { name homes { shade { red } } } } } } }`,
];

/** Left to the stock executor. */
export const LEFT: readonly string[] = [
  `{ __schema { queryType { name } } person { name } }`,
  `{ __type(name: "Cat") { name } }`,
  `{ cat { constructor: name } }`,
  `{ cat { __proto__: name id } }`,
];
