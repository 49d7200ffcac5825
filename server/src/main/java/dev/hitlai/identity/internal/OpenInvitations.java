package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.COMPANIES;
import static dev.hitlai.identity.internal.jooq.Tables.COMPANY_MEMBERS;
import static dev.hitlai.identity.internal.jooq.Tables.ONE_TIME_LINKS;
import static dev.hitlai.identity.internal.jooq.Tables.USERS;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.MemberInvited;
import dev.hitlai.identity.UserType;
import dev.hitlai.identity.internal.OneTimeLinks.Purpose;
import dev.hitlai.identity.internal.OneTimeLinks.Target;
import dev.hitlai.identity.internal.jooq.tables.records.OneTimeLinksRecord;
import dev.hitlai.platform.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom a company has invited and who hasn't come yet. */
@Component
public class OpenInvitations {
  private final OneTimeLinks links;
  private final DSLContext sql;
  private final Privileged privileged;
  private final Invitations invitations;
  private final Seats seats;
  private final TriesByAddress tries;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final Duration lifetime;

  OpenInvitations(
      OneTimeLinks links,
      DSLContext sql,
      Privileged privileged,
      Invitations invitations,
      Seats seats,
      TriesByAddress tries,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock,
      IdentitySettings settings) {
    this.links = links;
    this.sql = sql;
    this.privileged = privileged;
    this.invitations = invitations;
    this.seats = seats;
    this.tries = tries;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
    this.lifetime = settings.invitation();
  }

  /** Somebody who may join. */
  public record Open(
      UUID id, String email, CompanyRole role, Instant invitedAt, Instant expiresAt) {}

  /** A new link; its token is told once. */
  public record Made(UUID id, String token) {}

  /** Those that still work, the latest first. */
  @Transactional(readOnly = true)
  public List<Open> of(UUID companyId) {
    return sql.select(
            ONE_TIME_LINKS.ID,
            ONE_TIME_LINKS.EMAIL,
            jsonbGetAttributeAsText(ONE_TIME_LINKS.PAYLOAD, "role"),
            ONE_TIME_LINKS.CREATED_AT,
            ONE_TIME_LINKS.EXPIRES_AT)
        .from(ONE_TIME_LINKS)
        .where(open(companyId))
        .orderBy(ONE_TIME_LINKS.CREATED_AT.desc(), ONE_TIME_LINKS.ID.desc())
        .fetch(
            row ->
                new Open(
                    row.value1(),
                    row.value2(),
                    CompanyRole.of(row.value3()),
                    row.value4(),
                    row.value5()));
  }

  /**
   * Invites somebody by mail; an earlier invitation of the same address ends.
   *
   * @throws ApiProblem CONFLICT for members and for addresses of other kinds of accounts
   */
  Made make(CurrentUser by, String email, CompanyRole role) {
    UUID company = by.requireCompany();
    String address = new EmailAddress(email).value();
    tries.mail("invitation", company + "|" + address);
    // Who has an account is beyond what a company sees.
    return privileged.step(
        "invitation",
        () -> {
          requireInvitable(company, address);
          sql.update(ONE_TIME_LINKS)
              .set(ONE_TIME_LINKS.USED_AT, clock.instant())
              .where(open(company))
              .and(ONE_TIME_LINKS.EMAIL.eq(address))
              .execute();
          seats.requireOne(company);
          var payload = JSONB.valueOf("{\"role\":\"" + role.value() + "\"}");
          String token =
              links.make(
                  Purpose.INVITATION,
                  new Target(null, company, address, by.userId(), payload),
                  lifetime);
          audit.note(by, "member.invited", "company", company);
          mail(by, company, address, token);
          return new Made(links.find(Purpose.INVITATION, token).orElseThrow().getId(), token);
        });
  }

  private void requireInvitable(UUID company, String address) {
    var known =
        sql.select(USERS.ID, USERS.USER_TYPE).from(USERS).where(USERS.EMAIL.eq(address)).fetchOne();
    if (known == null) {
      return;
    }
    if (UserType.of(known.value2()) != UserType.COMPANY) {
      throw ApiProblem.conflict(
          "This e-mail belongs to another kind of account; use another address for the company.");
    }
    if (sql.fetchExists(
        COMPANY_MEMBERS,
        COMPANY_MEMBERS.COMPANY_ID.eq(company).and(COMPANY_MEMBERS.USER_ID.eq(known.value1())))) {
      throw ApiProblem.conflict("This person is a member already.");
    }
  }

  private void mail(CurrentUser by, UUID company, String address, String token) {
    String name =
        sql.select(COMPANIES.NAME)
            .from(COMPANIES)
            .where(COMPANIES.ID.eq(company))
            .fetchSingle(COMPANIES.NAME);
    events.publishEvent(
        new MemberInvited(company, name, address, by.displayName(), invitations.mailedPath(token)));
  }

  /** Sends a fresh link; the one before works no more. Lasts as long as a new invitation. */
  public void sendAgain(CurrentUser by, UUID id) {
    privileged.step(
        "invitation",
        () -> {
          var link = find(by, id);
          tries.mail("invitation", by.requireCompany() + "|" + link.getEmail());
          String token = Secrets.token();
          link.setTokenSha256(Secrets.sha256(token));
          link.setExpiresAt(clock.instant().plus(lifetime));
          link.store();
          audit.note(by, "member.invited_again", "company", by.requireCompany());
          mail(by, by.requireCompany(), link.getEmail(), token);
          return true;
        });
  }

  /** Takes an invitation back. */
  public void revoke(CurrentUser by, UUID id) {
    privileged.step(
        "invitation",
        () -> {
          links.use(find(by, id));
          audit.note(by, "member.invitation_revoked", "company", by.requireCompany());
          return true;
        });
  }

  private OneTimeLinksRecord find(CurrentUser by, UUID id) {
    return sql.selectFrom(ONE_TIME_LINKS)
        .where(open(by.requireCompany()))
        .and(ONE_TIME_LINKS.ID.eq(id))
        .forUpdate()
        .fetchOptional()
        .orElseThrow(() -> ApiProblem.notFound("No open invitation has this id."));
  }

  private Condition open(UUID companyId) {
    return ONE_TIME_LINKS
        .COMPANY_ID
        .eq(companyId)
        .and(ONE_TIME_LINKS.PURPOSE.eq("invitation"))
        .and(ONE_TIME_LINKS.USED_AT.isNull())
        .and(ONE_TIME_LINKS.EXPIRES_AT.gt(clock.instant()));
  }
}
