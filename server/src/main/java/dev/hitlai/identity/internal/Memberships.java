package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.COMPANY_MEMBERS;
import static dev.hitlai.identity.internal.jooq.Tables.USERS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.MemberJoined;
import dev.hitlai.identity.MemberLeft;
import dev.hitlai.identity.UserType;
import dev.hitlai.identity.internal.jooq.tables.records.CompanyMembersRecord;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds members, changes what they may, lets them go. A company always keeps an owner. */
@Component
public class Memberships {
  private final DSLContext sql;
  private final Privileged privileged;
  private final SignUps signUps;
  private final Invitations invitations;
  private final Seats seats;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Memberships(
      DSLContext sql,
      Privileged privileged,
      SignUps signUps,
      Invitations invitations,
      Seats seats,
      Audit audit,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.privileged = privileged;
    this.signUps = signUps;
    this.invitations = invitations;
    this.seats = seats;
    this.audit = audit;
    this.events = events;
  }

  /** How somebody was added. */
  public sealed interface Added {
    /** Had an account and belongs to the company from now on. */
    record Joined(UUID memberId) implements Added {}

    /** Has no account; the token of the link that makes one. */
    record Invited(String token) implements Added {}
  }

  private record Known(UUID id, UserType type) {}

  /** Adds the person with that e-mail, or makes an invitation for them. */
  public Added add(CurrentUser by, String email, CompanyRole role) {
    UUID company = by.requireCompany();
    requireMayGrant(by, role);
    String address = new EmailAddress(email).value();
    // Who has an account is beyond what a company sees.
    Optional<Known> known = privileged.step("add-member", () -> find(address));
    if (known.isEmpty()) {
      return new Added.Invited(invitations.make(by, company, address, role));
    }
    if (known.get().type() != UserType.COMPANY) {
      throw ApiProblem.conflict(
          "This e-mail belongs to another kind of account; use another address for the company.");
    }
    return privileged.step("add-member", () -> join(by, company, known.get().id(), role));
  }

  private Optional<Known> find(String email) {
    return sql.select(USERS.ID, USERS.USER_TYPE)
        .from(USERS)
        .where(USERS.EMAIL.eq(email))
        .fetchOptional(row -> new Known(row.value1(), UserType.of(row.value2())));
  }

  private Added join(CurrentUser by, UUID company, UUID user, CompanyRole role) {
    boolean member =
        sql.fetchExists(
            COMPANY_MEMBERS,
            COMPANY_MEMBERS.COMPANY_ID.eq(company).and(COMPANY_MEMBERS.USER_ID.eq(user)));
    if (member) {
      throw ApiProblem.conflict("This person is a member already.");
    }
    seats.requireOne(company);
    UUID id = signUps.join(company, user, role);
    audit.note(by, "member.added", "user", user);
    events.publishEvent(new MemberJoined(company, user, role));
    return new Added.Joined(id);
  }

  @Transactional
  public void change(CurrentUser by, UUID memberId, CompanyRole role) {
    var member = find(by, memberId);
    var before = CompanyRole.of(member.getRole());
    requireMayGrant(by, before);
    requireMayGrant(by, role);
    if (before == CompanyRole.OWNER && role != CompanyRole.OWNER) {
      requireAnotherOwner(member);
    }
    member.setRole(role.value());
    member.store();
    audit.note(by, "member.role_changed", "user", member.getUserId());
  }

  /** Lets a member go; everybody may go themselves. */
  @Transactional
  public void remove(CurrentUser by, UUID memberId) {
    var member = find(by, memberId);
    var role = CompanyRole.of(member.getRole());
    if (!member.getUserId().equals(by.userId())) {
      requireMayGrant(by, role);
    }
    if (role == CompanyRole.OWNER) {
      requireAnotherOwner(member);
    }
    member.delete();
    audit.note(by, "member.removed", "user", member.getUserId());
    events.publishEvent(new MemberLeft(member.getCompanyId(), member.getUserId()));
  }

  private CompanyMembersRecord find(CurrentUser by, UUID memberId) {
    return sql.selectFrom(COMPANY_MEMBERS)
        .where(COMPANY_MEMBERS.ID.eq(memberId))
        .and(COMPANY_MEMBERS.COMPANY_ID.eq(by.requireCompany()))
        .forUpdate()
        .fetchOptional()
        .orElseThrow(() -> ApiProblem.notFound("No member has this id."));
  }

  /**
   * Locks the owners, so that two can't leave at once and take each other for the one who stays.
   */
  private void requireAnotherOwner(CompanyMembersRecord member) {
    int owners =
        sql.select(COMPANY_MEMBERS.ID)
            .from(COMPANY_MEMBERS)
            .where(COMPANY_MEMBERS.COMPANY_ID.eq(member.getCompanyId()))
            .and(COMPANY_MEMBERS.ROLE.eq(CompanyRole.OWNER.value()))
            .orderBy(COMPANY_MEMBERS.ID)
            .forUpdate()
            .fetch()
            .size();
    if (owners < 2) {
      throw ApiProblem.conflict(
          "A company keeps at least one owner; make somebody else one first.");
    }
  }

  private static void requireMayGrant(CurrentUser by, CompanyRole role) {
    if (!by.isAtLeast(CompanyRole.ADMIN)
        || (role == CompanyRole.OWNER && !by.isAtLeast(CompanyRole.OWNER))) {
      throw ApiProblem.forbidden(
          "Owners and admins manage members; only owners make or change owners.");
    }
  }
}
