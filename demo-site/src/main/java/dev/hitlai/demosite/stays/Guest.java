package dev.hitlai.demosite.stays;

import dev.hitlai.demosite.site.PasswordHash;

/** Somebody with an account; the password is kept as a salted hash. */
record Guest(String email, String name, PasswordHash password) {}
