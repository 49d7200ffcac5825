/** Accounts, passwords, login, tokens, keys and members, and the rules they keep. */
@NullMarked
package dev.hitlai.identity.internal;

import org.jspecify.annotations.NullMarked;
