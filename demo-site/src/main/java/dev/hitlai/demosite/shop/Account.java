package dev.hitlai.demosite.shop;

import dev.hitlai.demosite.site.PasswordHash;

/** A customer's account; the password is kept as a salted hash. */
record Account(String email, String name, PasswordHash password) {

  Account renamed(String newName) {
    return new Account(email, newName, password);
  }

  Account withPassword(PasswordHash newPassword) {
    return new Account(email, name, newPassword);
  }
}
