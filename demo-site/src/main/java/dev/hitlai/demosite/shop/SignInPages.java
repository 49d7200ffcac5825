package dev.hitlai.demosite.shop;

import dev.hitlai.demosite.http.Response;
import dev.hitlai.demosite.site.Field;
import dev.hitlai.demosite.site.Form;
import java.util.Map;
import java.util.Optional;

/** Signing in, signing up, signing out, and the forgotten password. */
final class SignInPages {

  private static final String PASSWORD_RULE = "At least 8 characters, one of them a digit";

  private final Accounts accounts;

  SignInPages(Accounts accounts) {
    this.accounts = accounts;
  }

  Response login(Visit visit) {
    boolean sentInUrl =
        visit.has("login-password-in-url") && visit.request().query().containsKey("password");
    return sentInUrl
        ? signIn(visit, loginForm(visit).filled(visit.request().query()))
        : loginPage(visit, loginForm(visit));
  }

  Response sendLogin(Visit visit) {
    return signIn(visit, loginForm(visit).filled(visit.request().form()));
  }

  private Response signIn(Visit visit, Form form) {
    Optional<Account> account = accounts.signIn(form.value("email"), form.value("password"));
    if (account.isPresent()) {
      visit.session().signIn(account.get());
      return Response.redirect("/account");
    }
    form.checkRequired();
    boolean reveals = visit.has("login-error-reveals-account");
    if (reveals && accounts.find(form.value("email")).isEmpty()) {
      form.check("email", false, "There is no account with this address");
    } else {
      form.check("password", false, reveals ? "Wrong password" : "Address and password don't fit");
    }
    return loginPage(visit, form);
  }

  private static Form loginForm(Visit visit) {
    return new Form(
        Field.of("email", "E-mail", "email", "username").asRequired(),
        Field.of("password", "Password", "password", "current-password")
            .asRequired()
            .flawed(visit.has("login-password-autocomplete"), Field.Flaw.NO_AUTOCOMPLETE));
  }

  private static Response loginPage(Visit visit, Form form) {
    return visit.page(
        "login",
        form.isValid() ? "Sign in" : "Error: Sign in",
        Map.of("summary", form.summary(visit), "fields", form.fields(visit)));
  }

  Response signup(Visit visit) {
    return signupPage(visit, signupForm(visit));
  }

  Response sendSignup(Visit visit) {
    Form form =
        signupForm(visit).filled(visit.request().form()).checkRequired().checkEmail("email");
    form.check("password", isGood(form.value("password")), PASSWORD_RULE);
    if (form.isValid()) {
      Optional<Account> opened =
          accounts.open(form.value("email"), form.value("name"), form.value("password"));
      opened.ifPresent(visit.session()::signIn);
      form.check("email", opened.isPresent(), "Use another address, or sign in with this one");
    }
    return form.isValid() ? Response.redirect("/account") : signupPage(visit, form);
  }

  static boolean isGood(String password) {
    return password.length() >= 8 && password.matches(".*\\d.*");
  }

  static Field newPassword(String label) {
    return Field.of("password", label, "password", "new-password")
        .hinted(PASSWORD_RULE)
        .asRequired();
  }

  private static Form signupForm(Visit visit) {
    boolean jumbled = visit.has("signup-tabindex-positive");
    Field name = Field.of("name", "Full name", "text", "name").asRequired();
    Field email = Field.of("email", "E-mail", "email", "email").asRequired();
    Field password =
        newPassword("Password")
            .flawed(visit.has("signup-password-rules-late"), Field.Flaw.HINT_MISSING)
            .with(jumbled ? "tabindex=\"1\"" : "");
    if (!visit.has("signup-birthdate-demanded")) {
      return new Form(name, email, password);
    }
    return new Form(
        name,
        email,
        password,
        Field.of("birthdate", "Date of birth", "date", "bday").asRequired(),
        Field.of("mobile", "Mobile number", "tel", "tel").asRequired());
  }

  private static Response signupPage(Visit visit, Form form) {
    return visit.page(
        "signup",
        form.isValid() ? "Create an account" : "Error: Create an account",
        Map.of("summary", form.summary(visit), "fields", form.fields(visit)));
  }

  Response reset(Visit visit) {
    return resetPage(visit, resetForm(), false);
  }

  Response sendReset(Visit visit) {
    Form form = resetForm().filled(visit.request().form()).checkRequired().checkEmail("email");
    return resetPage(visit, form, form.isValid());
  }

  private static Form resetForm() {
    return new Form(Field.of("email", "E-mail", "email", "email").asRequired());
  }

  private static Response resetPage(Visit visit, Form form, boolean sent) {
    return visit.page(
        "reset",
        "Reset your password",
        Map.of("summary", form.summary(visit), "fields", form.fields(visit), "sent", sent));
  }

  Response logout(Visit visit) {
    visit.session().signOut();
    return Response.redirect("/");
  }
}
