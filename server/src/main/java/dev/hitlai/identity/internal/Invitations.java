package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.COMPANIES;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.val;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.MemberJoined;
import dev.hitlai.identity.UserType;
import dev.hitlai.identity.internal.OneTimeLinks.Purpose;
import dev.hitlai.identity.internal.jooq.tables.records.OneTimeLinksRecord;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Links by which people without an account join a company. */
@Component
public class Invitations {
  private final OneTimeLinks links;
  private final DSLContext sql;
  private final Privileged privileged;
  private final Passwords passwords;
  private final SignUps signUps;
  private final Seats seats;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Duration lifetime;

  Invitations(
      OneTimeLinks links,
      DSLContext sql,
      Privileged privileged,
      Passwords passwords,
      SignUps signUps,
      Seats seats,
      Audit audit,
      ApplicationEventPublisher events,
      IdentitySettings settings) {
    this.links = links;
    this.sql = sql;
    this.privileged = privileged;
    this.passwords = passwords;
    this.signUps = signUps;
    this.seats = seats;
    this.audit = audit;
    this.events = events;
    this.lifetime = settings.invitation();
  }

  /** What somebody is invited to. */
  public record Invitation(String companyName, String email, CompanyRole role) {}

  String make(CurrentUser by, UUID company, String email, CompanyRole role) {
    var payload = JSONB.valueOf("{\"role\":\"" + role.value() + "\"}");
    return privileged.step(
        "invitation",
        () -> {
          seats.requireOne(company);
          audit.note(by, "member.invited", "company", company);
          return links.make(
              Purpose.INVITATION,
              new OneTimeLinks.Target(company, email, by.userId(), payload),
              lifetime);
        });
  }

  /** Empty when the link has been used, has expired or never was. */
  public Optional<Invitation> find(String token) {
    return privileged.step(
        "invitation", () -> links.find(Purpose.INVITATION, token).map(this::describe));
  }

  /** Makes the account and the membership; returns the person. */
  public UUID accept(String token, String displayName, String password) {
    Invitation invitation = find(token).orElseThrow(Invitations::gone);
    PasswordRules.require(password, invitation.email());
    if (signUps.taken(invitation.email())) {
      throw ApiProblem.conflict(
          "An account with this e-mail exists by now; ask to be added once more.");
    }
    String hash = passwords.hash(password);
    return privileged.step("invitation", () -> join(token, displayName.strip(), hash));
  }

  private UUID join(String token, String displayName, String hash) {
    var link = links.find(Purpose.INVITATION, token).orElseThrow(Invitations::gone);
    var invitation = describe(link);
    UUID company = Objects.requireNonNull(link.getCompanyId());
    UUID person =
        signUps.user(new EmailAddress(invitation.email()), hash, displayName, UserType.COMPANY);
    signUps.join(company, person, invitation.role());
    links.use(link);
    events.publishEvent(new MemberJoined(company, person, invitation.role()));
    return person;
  }

  private Invitation describe(OneTimeLinksRecord link) {
    String company =
        sql.select(COMPANIES.NAME)
            .from(COMPANIES)
            .where(COMPANIES.ID.eq(link.getCompanyId()))
            .fetchSingle(COMPANIES.NAME);
    String role =
        sql.select(jsonbGetAttributeAsText(val(link.getPayload()), "role")).fetchSingle().value1();
    return new Invitation(company, link.getEmail(), CompanyRole.of(role));
  }

  private static ApiProblem gone() {
    return ApiProblem.notFound("This invitation has been used or has expired.");
  }
}
