package dev.hitlai.demosite.shop;

import dev.hitlai.demosite.http.Response;
import dev.hitlai.demosite.site.Field;
import dev.hitlai.demosite.site.Form;
import java.util.Map;

/** What a customer can change about the own account. */
final class AccountPages {

  private final Accounts accounts;

  AccountPages(Accounts accounts) {
    this.accounts = accounts;
  }

  Response account(Visit visit) {
    Account account = visit.session().account();
    return account == null
        ? Response.redirect("/account/login")
        : page(visit, account, profileForm().filled(profile(account)), passwordForm());
  }

  Response save(Visit visit) {
    Account account = visit.session().account();
    if (account == null) {
      return Response.redirect("/account/login");
    }
    Form form = profileForm().filled(visit.request().form()).checkRequired();
    if (!form.isValid()) {
      return page(visit, account, form, passwordForm());
    }
    visit.session().signIn(accounts.rename(account, form.value("name")));
    if (!visit.has("account-save-silent")) {
      visit.session().say("Your profile is saved.");
    }
    return Response.redirect("/account");
  }

  Response changePassword(Visit visit) {
    Form form = passwordForm().filled(visit.request().form()).checkRequired();
    String username = visit.request().form("username");
    var account = accounts.signIn(username, form.value("current"));
    form.check("current", account.isPresent(), "This isn't your present password");
    form.check(
        "password",
        SignInPages.isGood(form.value("password")),
        "At least 8 characters, one of them a digit");
    if (account.isPresent() && form.isValid()) {
      visit.session().signIn(accounts.changePassword(account.get(), form.value("password")));
      visit.session().say("Your password is changed.");
      return Response.redirect("/account");
    }
    Account signedIn = visit.session().account();
    return signedIn == null
        ? Response.redirect("/account/login")
        : page(visit, signedIn, profileForm().filled(profile(signedIn)), form);
  }

  private static Map<String, String> profile(Account account) {
    return Map.of("name", account.name());
  }

  private static Form profileForm() {
    return new Form(Field.of("name", "Full name", "text", "name").asRequired());
  }

  private static Form passwordForm() {
    return new Form(
        Field.of("current", "Present password", "password", "current-password").asRequired(),
        SignInPages.newPassword("New password"));
  }

  private static Response page(Visit visit, Account account, Form profile, Form password) {
    return visit.page(
        "account",
        profile.isValid() && password.isValid() ? "My account" : "Error: My account",
        Map.of(
            "email", account.email(),
            "saved", visit.session().takeNotice(),
            "summary", profile.summary(visit) + password.summary(visit),
            "profileFields", profile.fields(visit),
            "passwordFields", password.fields(visit)));
  }
}
