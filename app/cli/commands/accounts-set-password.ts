import { text } from "node:stream/consumers";
import { getPersonByLogin } from "#app/features/access/get-person-by-login.server.ts";
import { newOneTimePassword } from "#app/features/access/new-one-time-password.server.ts";
import { passwordLength } from "#app/features/accounts/password.server.ts";
import { setPassword } from "#app/features/accounts/set-password.server.ts";
import { fullName } from "#app/features/people/full-name.ts";
import { AppError } from "#app/platform/errors.ts";
import type { Command } from "../command.ts";

export const accountsSetPasswordCommand: Command = {
  name: "accounts set-password",
  usage: "LOGIN",
  summary:
    "Lets a person sign in, or in again: LOGIN is an employee id, external id or e-mail address. Takes the password from standard input when something is piped in; otherwise makes one, shows it once, and has the person change it. Ends every session of the person.",
  options: {},
  positionals: [1, 1],
  run: async ({ app, output, positionals: [login = ""] }) => {
    const context = await app();
    const person = await getPersonByLogin(context.db.read, { login, now: context.clock.now() });
    const given = await readPipedPassword();
    const password = given ?? newOneTimePassword();
    await setPassword(context, { personId: person.id, password, mustChange: given === null });
    output.line(`${fullName(person)} can sign in with the new password.`);
    if (given === null) {
      output.line(`One-time password, shown only here: ${password}`);
      output.line("It has to be changed at the next sign-in.");
    }
    output.record({ type: "password-set", personId: person.id, oneTimePassword: given === null ? password : null });
    return 0;
  },
};

/** Null at a terminal, and where nothing is piped in. */
async function readPipedPassword(): Promise<string | null> {
  if (process.stdin.isTTY) return null;
  const password = (await text(process.stdin)).replace(/\r?\n$/, "");
  if (password === "") return null;
  const { least, most } = passwordLength;
  if (/[\r\n]/.test(password)) throw new AppError("validation-failed", "Pipe in the password alone, on one line.");
  if (password.length < least || password.length > most)
    throw new AppError("validation-failed", `A password has ${least} to ${most} characters. Nothing was changed.`);
  return password;
}
