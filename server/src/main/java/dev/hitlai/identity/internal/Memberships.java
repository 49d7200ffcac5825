package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.COMPANY_MEMBERS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.MemberLeft;
import dev.hitlai.identity.internal.jooq.tables.records.CompanyMembersRecord;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invites members, changes what they may, lets them go. A company always keeps an owner. */
@Component
public class Memberships {
  private final DSLContext sql;
  private final OpenInvitations invitations;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Memberships(
      DSLContext sql, OpenInvitations invitations, Audit audit, ApplicationEventPublisher events) {
    this.sql = sql;
    this.invitations = invitations;
    this.audit = audit;
    this.events = events;
  }

  /**
   * Invites somebody by mail; they join when they accept.
   *
   * @return the link as it can be shown to whoever invites
   */
  public OpenInvitations.Made invite(CurrentUser by, String email, CompanyRole role) {
    by.requireCompany();
    requireMayGrant(by, role);
    return invitations.make(by, email, role);
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
