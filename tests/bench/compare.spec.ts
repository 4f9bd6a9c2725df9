import { difference } from "./compare.ts";

const answer = (body: unknown, status = 200) => ({ status, text: JSON.stringify(body) });

describe("Two answers", () => {
  it("are the same in whatever order their fields stand, and whatever else their errors tell", () => {
    const ours = answer({
      data: { candidate: { id: "1", matching: null } },
      errors: [{ message: "Gone.", path: ["candidate", "matching"], extensions: { code: "DOWN" } }],
    });
    const theirs = answer({
      errors: [
        { message: "fetch failed", path: ["candidate", "matching"], extensions: { code: "DOWN", url: "x" } },
      ],
      data: { candidate: { matching: null, id: "1" } },
    });
    expect(difference(ours, theirs)).toBeUndefined();
  });

  it("differ where a value does, and the place is named", () => {
    const page = (name: string | null) => answer({ data: { list: [{ name: "a" }, { name }] } });
    expect(difference(page("b"), page("c"))).toBe('data.list.1.name is "c" instead of "b"');
    expect(difference(page("b"), page(null))).toBe('data.list.1.name is null instead of "b"');
  });

  it("differ when a section is withheld by one and empty or left out by the other", () => {
    const section = (welcome: unknown) => answer({ data: { candidate: { welcome } } });
    expect(difference(section(null), section([]))).toBe("data.candidate.welcome is [] instead of null");
    expect(difference(section(null), answer({ data: { candidate: {} } }))).toContain(
      "nothing instead of null",
    );
  });

  it("differ when one is longer", () => {
    const list = (...items: number[]) => answer({ data: { items } });
    expect(difference(list(1), list(1, 2))).toBe("data.items.1 is 2 instead of nothing");
  });

  it("differ when an error is missing, elsewhere, or of another kind", () => {
    const failed = (...errors: [string, string][]) =>
      answer({ data: null, errors: errors.map(([path, code]) => ({ path: [path], extensions: { code } })) });
    expect(difference(failed(["a", "X"]), failed())).toContain('errors [] instead of ["a X"]');
    expect(difference(failed(["a", "X"]), failed(["b", "X"]))).toContain('"b X"');
    expect(difference(failed(["a", "X"]), failed(["a", "Y"]))).toContain('"a Y"');
    expect(difference(failed(["a", "X"], ["b", "Y"]), failed(["b", "Y"], ["a", "X"]))).toBeUndefined();
  });

  it("differ in their status, or when one is no answer at all", () => {
    expect(difference(answer({ data: {} }), answer({ data: {} }, 500))).toBe("status 500 instead of 200");
    expect(difference(answer({ data: {} }), { status: 200, text: "<html>" })).toBe("not JSON");
  });
});
