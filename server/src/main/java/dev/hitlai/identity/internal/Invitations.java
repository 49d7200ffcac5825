package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.COMPANIES;
import static dev.hitlai.identity.internal.jooq.Tables.COMPANY_MEMBERS;
import static dev.hitlai.identity.internal.jooq.Tables.USERS;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.val;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.MemberJoined;
import dev.hitlai.identity.UserType;
import dev.hitlai.identity.internal.OneTimeLinks.Purpose;
import dev.hitlai.identity.internal.jooq.tables.records.OneTimeLinksRecord;
import dev.hitlai.platform.Vault;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What people do with an invitation: those without an account make one, the others join with the
 * one they have.
 */
@Component
public class Invitations {
  private static final String MAILED = "mailed invitation";

  private final OneTimeLinks links;
  private final DSLContext sql;
  private final Privileged privileged;
  private final Passwords passwords;
  private final SignUps signUps;
  private final EmailProofs proofs;
  private final Vault vault;
  private final ApplicationEventPublisher events;

  Invitations(
      OneTimeLinks links,
      DSLContext sql,
      Privileged privileged,
      Passwords passwords,
      SignUps signUps,
      EmailProofs proofs,
      Vault vault,
      ApplicationEventPublisher events) {
    this.links = links;
    this.sql = sql;
    this.privileged = privileged;
    this.passwords = passwords;
    this.signUps = signUps;
    this.proofs = proofs;
    this.vault = vault;
    this.events = events;
  }

  /**
   * What somebody is invited to.
   *
   * @param hasAccount whether the e-mail belongs to an account, which then joins as it is
   */
  public record Invitation(
      String companyName, String email, CompanyRole role, boolean hasAccount) {}

  /** The page of a link that somebody shows to the invited person. */
  public static String path(String token) {
    return "/invitation/" + token;
  }

  /** The page as the mail names it: whoever knows this has read the mail. */
  String mailedPath(String token) {
    return path(token) + "?proof=" + vault.sign(MAILED, token);
  }

  /** Empty when the link has been used, has expired or never was. */
  public Optional<Invitation> find(String token) {
    return privileged.step(
        "invitation", () -> links.find(Purpose.INVITATION, token).map(this::describe));
  }

  /**
   * Makes the account and the membership; returns the person.
   *
   * @param proof what the mail's link carried; with it the address counts as confirmed
   */
  public UUID accept(String token, String proof, String displayName, String password) {
    Invitation invitation = find(token).orElseThrow(Invitations::gone);
    PasswordRules.require(password, invitation.email());
    if (invitation.hasAccount()) {
      throw ApiProblem.conflict("An account with this e-mail exists by now; log in to join.");
    }
    String hash = passwords.hash(password);
    return privileged.step("invitation", () -> make(token, proof, displayName.strip(), hash));
  }

  private UUID make(String token, String proof, String displayName, String hash) {
    var link = links.find(Purpose.INVITATION, token).orElseThrow(Invitations::gone);
    String email = link.getEmail();
    UUID person = signUps.user(new EmailAddress(email), hash, displayName, UserType.COMPANY);
    if (vault.signed(MAILED, token, proof)) {
      proofs.vouch(person);
    } else {
      proofs.ask(person, email, displayName);
    }
    join(link, person);
    return person;
  }

  /**
   * Lets the person who is logged in join.
   *
   * @return the company
   * @throws ApiProblem FORBIDDEN when the invitation is for somebody else, CONFLICT when they
   *     belong to the company already
   */
  public UUID join(CurrentUser who, String token) {
    return privileged.step(
        "invitation",
        () -> {
          var link = links.find(Purpose.INVITATION, token).orElseThrow(Invitations::gone);
          if (!who.email().equalsIgnoreCase(link.getEmail())) {
            throw ApiProblem.forbidden(
                "This invitation is for " + link.getEmail() + "; log in with that account.");
          }
          if (who.type() != UserType.COMPANY) {
            throw ApiProblem.conflict("Only accounts of companies join a company.");
          }
          return join(link, who.userId());
        });
  }

  private UUID join(OneTimeLinksRecord link, UUID person) {
    UUID company = Objects.requireNonNull(link.getCompanyId());
    links.use(link);
    if (sql.fetchExists(
        COMPANY_MEMBERS,
        COMPANY_MEMBERS.COMPANY_ID.eq(company).and(COMPANY_MEMBERS.USER_ID.eq(person)))) {
      throw ApiProblem.conflict("You belong to this company already.");
    }
    CompanyRole role = role(link);
    signUps.join(company, person, role);
    events.publishEvent(new MemberJoined(company, person, role));
    return company;
  }

  private Invitation describe(OneTimeLinksRecord link) {
    String company =
        sql.select(COMPANIES.NAME)
            .from(COMPANIES)
            .where(COMPANIES.ID.eq(link.getCompanyId()))
            .fetchSingle(COMPANIES.NAME);
    boolean hasAccount = sql.fetchExists(USERS, USERS.EMAIL.eq(link.getEmail()));
    return new Invitation(company, link.getEmail(), role(link), hasAccount);
  }

  private CompanyRole role(OneTimeLinksRecord link) {
    return CompanyRole.of(
        sql.select(jsonbGetAttributeAsText(val(link.getPayload()), "role")).fetchSingle().value1());
  }

  static ApiProblem gone() {
    return ApiProblem.notFound("This invitation has been used, was taken back or has expired.");
  }
}
