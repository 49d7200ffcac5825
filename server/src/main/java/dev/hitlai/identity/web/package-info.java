/** Pages and API routes of accounts: sign-up, login, settings, members, keys. */
@NullMarked
package dev.hitlai.identity.web;

import org.jspecify.annotations.NullMarked;
