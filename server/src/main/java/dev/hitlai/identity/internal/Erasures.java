package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.COMPANIES;
import static dev.hitlai.identity.internal.jooq.Tables.COMPANY_MEMBERS;
import static dev.hitlai.identity.internal.jooq.Tables.USERS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.AccountSafetyChanged;
import dev.hitlai.identity.AccountSafetyChanged.Change;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.ErasureScheduled;
import dev.hitlai.identity.MemberLeft;
import dev.hitlai.identity.PersonalRecords;
import dev.hitlai.identity.UserType;
import dev.hitlai.identity.internal.OneTimeLinks.Purpose;
import dev.hitlai.identity.internal.OneTimeLinks.Target;
import dev.hitlai.identity.internal.jooq.tables.records.UsersRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The end of an account: asked for by its person, done after the days of grace. */
@Component
public class Erasures {
  private static final String STEP = "erasure";
  private static final String PATH = "/keep-account/";
  private static final Duration LATER = Duration.ofDays(1);

  private final DSLContext sql;
  private final Privileged privileged;
  private final OneTimeLinks links;
  private final PasswordCheck passwords;
  // Other modules' beans, which may need this module's first.
  private final ObjectProvider<PersonalRecords> records;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final Duration grace;

  Erasures(
      DSLContext sql,
      Privileged privileged,
      OneTimeLinks links,
      PasswordCheck passwords,
      ObjectProvider<PersonalRecords> records,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock,
      IdentitySettings settings) {
    this.sql = sql;
    this.privileged = privileged;
    this.links = links;
    this.passwords = passwords;
    this.records = records;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
    this.grace = settings.erasureGrace();
  }

  /**
   * @param due when the account is erased; null when nobody asked for it
   * @param obstacles sentences that say what has to be settled first
   * @param graceDays between the wish and the erasure
   */
  public record Plan(@Nullable Instant due, List<String> obstacles, long graceDays) {}

  public Plan of(CurrentUser who) {
    return privileged.step(
        STEP,
        () -> {
          var account = account(who.userId());
          return new Plan(account.getErasureDueAt(), obstacles(account), grace.toDays());
        });
  }

  /**
   * Asks for it.
   *
   * @return when it will be done
   * @throws ApiProblem VALIDATION_ERROR for {@code currentPassword}, CONFLICT while something has
   *     to be settled first
   */
  public Instant ask(CurrentUser who, String password) {
    passwords.require(who, password);
    return privileged.step(
        STEP,
        () -> {
          var account = account(who.userId());
          var obstacles = obstacles(account);
          if (!obstacles.isEmpty()) {
            throw ApiProblem.conflict(String.join(" ", obstacles));
          }
          if (account.getErasureDueAt() != null) {
            throw ApiProblem.conflict("The erasure of this account was asked for already.");
          }
          Instant due = clock.instant().plus(grace);
          account.setErasureDueAt(due);
          account.store();
          announce(account, due);
          audit.note(who, "user.erasure_asked", "user", who.userId());
          return due;
        });
  }

  private void announce(UsersRecord account, Instant due) {
    String token =
        links.make(
            Purpose.ERASURE_CANCEL, Target.person(account.getId(), account.getEmail()), grace);
    events.publishEvent(
        new ErasureScheduled(
            account.getId(), account.getEmail(), account.getDisplayName(), due, PATH + token));
  }

  /** Calls it off. */
  public void cancel(CurrentUser who) {
    privileged.step(STEP, () -> cancel(who.userId()));
  }

  /** Whether the link of the mail still works. */
  public boolean isOpen(String token) {
    return privileged.step(STEP, () -> links.find(Purpose.ERASURE_CANCEL, token).isPresent());
  }

  /** Calls it off by the link of the mail. */
  public void cancel(String token) {
    privileged.step(
        STEP,
        () -> {
          var link =
              links
                  .find(Purpose.ERASURE_CANCEL, token)
                  .orElseThrow(
                      () -> ApiProblem.notFound("This link has been used or has expired."));
          return cancel(Objects.requireNonNull(link.getUserId()));
        });
  }

  private boolean cancel(UUID person) {
    var account = account(person);
    if (account.getErasureDueAt() == null) {
      throw ApiProblem.conflict("Nobody asked to erase this account.");
    }
    account.setErasureDueAt(null);
    account.store();
    links.end(Purpose.ERASURE_CANCEL, person);
    audit.noteOfOneself(person, "user.erasure_called_off");
    return true;
  }

  /** What would be left without anybody in charge. */
  private List<String> obstacles(UsersRecord account) {
    var obstacles = new ArrayList<String>();
    var other = COMPANY_MEMBERS.as("other");
    sql.select(COMPANIES.NAME)
        .from(COMPANY_MEMBERS)
        .join(COMPANIES)
        .on(COMPANIES.ID.eq(COMPANY_MEMBERS.COMPANY_ID))
        .where(COMPANY_MEMBERS.USER_ID.eq(account.getId()))
        .and(COMPANY_MEMBERS.ROLE.eq(CompanyRole.OWNER.value()))
        .and(COMPANIES.CLOSES_AT.isNull())
        .and(COMPANIES.CLOSED_AT.isNull())
        .andNotExists(
            sql.selectOne()
                .from(other)
                .where(other.COMPANY_ID.eq(COMPANY_MEMBERS.COMPANY_ID))
                .and(other.ROLE.eq(CompanyRole.OWNER.value()))
                .and(other.USER_ID.ne(account.getId())))
        .orderBy(COMPANIES.NAME)
        .fetch(COMPANIES.NAME)
        .forEach(
            name ->
                obstacles.add(
                    "You are the only owner of "
                        + name
                        + ": make another member an owner, or close the company first."));
    if (UserType.of(account.getUserType()) == UserType.ADMIN && !anotherAdmin(account.getId())) {
      obstacles.add("You are the only administrator of this platform.");
    }
    return obstacles;
  }

  private boolean anotherAdmin(UUID person) {
    return sql.fetchExists(
        USERS,
        USERS
            .USER_TYPE
            .eq(UserType.ADMIN.value())
            .and(USERS.ID.ne(person))
            .and(USERS.DISABLED_AT.isNull()));
  }

  /** Erases those whose time has come; how many. */
  int carryOut() {
    List<UUID> due =
        privileged.step(
            STEP,
            () ->
                sql.select(USERS.ID)
                    .from(USERS)
                    .where(USERS.ERASURE_DUE_AT.le(clock.instant()))
                    .fetch(USERS.ID));
    return (int) due.stream().filter(id -> privileged.step(STEP, () -> erase(id))).count();
  }

  private boolean erase(UUID person) {
    var account = account(person);
    // Another server may have been faster, or the person thought better of it.
    if (account.getErasureDueAt() == null || account.getErasureDueAt().isAfter(clock.instant())) {
      return false;
    }
    if (!obstacles(account).isEmpty()) {
      // The other owner left meanwhile. The person reads on their page what is to be settled.
      account.setErasureDueAt(clock.instant().plus(LATER));
      account.store();
      return false;
    }
    leaveCompanies(person);
    events.publishEvent(
        new AccountSafetyChanged(
            person, account.getEmail(), account.getDisplayName(), Change.ERASED));
    String email = account.getEmail();
    records.orderedStream().forEach(module -> module.erase(person, email));
    return true;
  }

  private void leaveCompanies(UUID person) {
    sql.deleteFrom(COMPANY_MEMBERS)
        .where(COMPANY_MEMBERS.USER_ID.eq(person))
        .returning(COMPANY_MEMBERS.COMPANY_ID)
        .fetch(COMPANY_MEMBERS.COMPANY_ID)
        .forEach(company -> events.publishEvent(new MemberLeft(company, person)));
  }

  private UsersRecord account(UUID person) {
    return sql.selectFrom(USERS).where(USERS.ID.eq(person)).forUpdate().fetchSingle();
  }
}
