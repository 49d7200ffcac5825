package dev.hitlai.identity.web;

import dev.hitlai.identity.internal.SignUps.NewCompany;
import dev.hitlai.web.view.Option;
import dev.hitlai.web.view.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a company enters to sign up. */
public record CompanyForm(
    @Nullable String companyName,
    @Nullable String displayName,
    @Nullable String email,
    @Nullable String password,
    @Nullable String companySize,
    @Nullable String industry) {
  static final CompanyForm EMPTY = new CompanyForm(null, null, null, null, null, null);

  public static final List<Option> SIZES =
      List.of(
          Option.of("1-10", "1–10 people"),
          Option.of("11-50", "11–50 people"),
          Option.of("51-200", "51–200 people"),
          Option.of("201-1000", "201–1,000 people"),
          Option.of("1000+", "More than 1,000 people"));

  Problems problems() {
    var problems = new LinkedHashMap<String, String>();
    Entered.text(problems, "companyName", companyName, "Enter the company's name.", 200);
    Entered.text(problems, "displayName", displayName, "Enter your name.", 200);
    Entered.text(problems, "email", email, "Enter your e-mail address.", 254);
    Entered.text(problems, "password", password, "Choose a password.", 200);
    Entered.optional(problems, "companySize", companySize, 50);
    Entered.optional(problems, "industry", industry, 100);
    return new Problems(problems);
  }

  NewCompany newCompany() {
    return new NewCompany(
        Entered.some(email),
        Entered.verbatim(password),
        displayName,
        Entered.some(companyName),
        Entered.orNull(companySize),
        Entered.orNull(industry));
  }
}
