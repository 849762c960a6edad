import { publishablePackages } from "../workspace.ts";
import { repositoryProblem } from "./fields.ts";

// In the release workflow, before anything is built that could not be published.
const home = process.env["GITHUB_REPOSITORY"];
if (home === undefined) throw new Error("GITHUB_REPOSITORY is not set: this belongs to a workflow");
const problems = publishablePackages().flatMap((each) => repositoryProblem(each, home) ?? []);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
