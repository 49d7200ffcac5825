package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.COMPANIES;
import static dev.hitlai.identity.internal.jooq.Tables.COMPANY_MEMBERS;
import static dev.hitlai.identity.internal.jooq.Tables.USERS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CompanySignedUp;
import dev.hitlai.identity.UserType;
import dev.hitlai.platform.Secrets;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes accounts of companies and testers. */
@Component
public class SignUps {
  private final DSLContext sql;
  private final Privileged privileged;
  private final Passwords passwords;
  private final TriesByAddress tries;
  private final EmailProofs proofs;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SignUps(
      DSLContext sql,
      Privileged privileged,
      Passwords passwords,
      TriesByAddress tries,
      EmailProofs proofs,
      ApplicationEventPublisher events,
      Clock clock) {
    this.sql = sql;
    this.privileged = privileged;
    this.passwords = passwords;
    this.tries = tries;
    this.proofs = proofs;
    this.events = events;
    this.clock = clock;
  }

  /** A company and its first owner. */
  public record NewCompany(
      String email,
      String password,
      @Nullable String personName,
      String companyName,
      @Nullable String companySize,
      @Nullable String industry) {}

  /** Makes the company; returns its owner. */
  public UUID company(NewCompany form, Client client) {
    var email = new EmailAddress(form.email());
    PasswordRules.require(form.password(), email.value());
    requireFree(email);
    tries.signUp(client);
    String hash = passwords.hash(form.password());
    return privileged.step(
        "signup",
        () -> {
          String name =
              form.personName() == null || form.personName().isBlank()
                  ? email.value().split("@", 2)[0]
                  : form.personName().strip();
          UUID owner = user(email, hash, name, UserType.COMPANY);
          proofs.ask(owner, email.value(), name);
          found(owner, form.companyName(), form.companySize(), form.industry());
          return owner;
        });
  }

  /** Makes the account and, by the event, the roster row; returns the person. */
  public UUID tester(NewTester form, Client client) {
    var email = new EmailAddress(form.email());
    PasswordRules.require(form.password(), email.value());
    requireFree(email);
    tries.signUp(client);
    String hash = passwords.hash(form.password());
    return privileged.step(
        "signup",
        () -> {
          UUID person = user(email, hash, form.displayName().strip(), UserType.TESTER);
          proofs.ask(person, email.value(), form.displayName().strip());
          events.publishEvent(form.signedUp(person));
          return person;
        });
  }

  /** Whether somebody else has the address already. */
  public boolean taken(String email) {
    return privileged.step("signup", () -> sql.fetchExists(USERS, USERS.EMAIL.eq(email.strip())));
  }

  private void requireFree(EmailAddress email) {
    if (taken(email.value())) {
      throw ApiProblem.conflict("An account with this e-mail exists already; log in instead.");
    }
  }

  /** Adds an account; inside the caller's transaction. */
  UUID user(EmailAddress email, String passwordHash, String name, UserType type) {
    return sql.insertInto(USERS)
        .set(USERS.EMAIL, email.value())
        .set(USERS.PASSWORD_HASH, passwordHash)
        .set(USERS.DISPLAY_NAME, name)
        .set(USERS.USER_TYPE, type.value())
        .set(USERS.CREATED_AT, clock.instant())
        .returning(USERS.ID)
        .fetchSingle(USERS.ID);
  }

  /** Adds a member; inside the caller's transaction. */
  UUID join(UUID companyId, UUID userId, CompanyRole role) {
    return sql.insertInto(COMPANY_MEMBERS)
        .set(COMPANY_MEMBERS.COMPANY_ID, companyId)
        .set(COMPANY_MEMBERS.USER_ID, userId)
        .set(COMPANY_MEMBERS.ROLE, role.value())
        .set(COMPANY_MEMBERS.JOINED_AT, clock.instant())
        .set(COMPANY_MEMBERS.CREATED_AT, clock.instant())
        .returning(COMPANY_MEMBERS.ID)
        .fetchSingle(COMPANY_MEMBERS.ID);
  }

  /** Adds a company with its first owner; inside the caller's transaction. */
  UUID found(UUID owner, String name, @Nullable String size, @Nullable String industry) {
    UUID company =
        sql.insertInto(COMPANIES)
            .set(COMPANIES.NAME, name.strip())
            .set(COMPANIES.SLUG, slug(name))
            .set(COMPANIES.COMPANY_SIZE, size)
            .set(COMPANIES.INDUSTRY, industry)
            .set(COMPANIES.CREATED_BY, owner)
            .returning(COMPANIES.ID)
            .fetchSingle(COMPANIES.ID);
    join(company, owner, CompanyRole.OWNER);
    events.publishEvent(new CompanySignedUp(company, owner, name.strip()));
    return company;
  }

  /** The name in plain letters and a random end, since names are not unique. */
  private static String slug(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String start = plain.substring(0, Math.min(40, plain.length()));
    return (start.isEmpty() ? "company" : start) + "-" + Secrets.hex(4);
  }
}
