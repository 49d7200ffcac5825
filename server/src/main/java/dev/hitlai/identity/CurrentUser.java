package dev.hitlai.identity;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.Caller;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.web.SignedIn;
import dev.hitlai.web.view.Area;
import dev.hitlai.web.view.Banner;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: the principal of every authenticated request, read anew from the database for each, so
 * that a lost role or a locked account takes effect at once.
 *
 * <pre>{@code
 * Answer runs(@AuthenticationPrincipal CurrentUser user)
 * }</pre>
 *
 * @param userId the person; of an API key the person who made it
 * @param displayName the person's name; of an API key the key's
 * @param companyId of a company's member the company that the request is about, else null; also
 *     null for a member of none that is open, see {@link #isWithoutCompany}
 * @param companyRole of a company's member; of an API key what its scopes amount to
 * @param testerId the roster row of a tester, else null
 * @param scopes what the API key may do; all for a person
 * @param authMethod how the request was authenticated
 * @param credentialId of an API key the key's id, else the user's
 * @param standing what is to be settled about the account
 */
public record CurrentUser(
    UUID userId,
    String email,
    String displayName,
    UserType type,
    @Nullable UUID companyId,
    @Nullable CompanyRole companyRole,
    @Nullable UUID testerId,
    Set<Scope> scopes,
    AuthMethod authMethod,
    UUID credentialId,
    Standing standing)
    implements SignedIn, Caller {

  private static final String REQUEST = CurrentUser.class.getName();

  public CurrentUser {
    scopes = Set.copyOf(scopes);
    if ((companyId == null) != (companyRole == null)) {
      throw new IllegalArgumentException("Who acts for a company has a role in it.");
    }
  }

  /** A person whose account is in order. */
  public static CurrentUser person(
      UUID userId,
      String email,
      String displayName,
      UserType type,
      @Nullable UUID companyId,
      @Nullable CompanyRole companyRole,
      @Nullable UUID testerId,
      AuthMethod authMethod) {
    return person(
        userId,
        email,
        displayName,
        type,
        companyId,
        companyRole,
        testerId,
        authMethod,
        Standing.IN_ORDER);
  }

  /** A person, who needs no scopes. */
  public static CurrentUser person(
      UUID userId,
      String email,
      String displayName,
      UserType type,
      @Nullable UUID companyId,
      @Nullable CompanyRole companyRole,
      @Nullable UUID testerId,
      AuthMethod authMethod,
      Standing standing) {
    return new CurrentUser(
        userId,
        email,
        displayName,
        type,
        companyId,
        companyRole,
        testerId,
        Set.of(Scope.values()),
        authMethod,
        userId,
        standing);
  }

  /** A program with a company's key. */
  public static CurrentUser apiKey(
      UUID keyId, String name, UUID madeBy, UUID companyId, Set<Scope> scopes) {
    return new CurrentUser(
        madeBy,
        "",
        name,
        UserType.COMPANY,
        companyId,
        Scope.role(scopes),
        null,
        scopes,
        AuthMethod.API_KEY,
        keyId,
        Standing.IN_ORDER);
  }

  /** Who asked, for filters outside of the security chain; null when nobody we know. */
  public static @Nullable CurrentUser of(HttpServletRequest request) {
    return request.getAttribute(REQUEST) instanceof CurrentUser user ? user : null;
  }

  /** Remembers on the request who asked. */
  public void keepOn(HttpServletRequest request) {
    request.setAttribute(REQUEST, this);
  }

  /** As whom the database is asked. */
  public Actor actor() {
    return switch (type) {
      case ADMIN -> Actor.admin(userId);
      case COMPANY ->
          companyId == null
              ? new Actor(Actor.Role.VISITOR, "member", userId, null, null)
              : Actor.company(userId, companyId);
      case TESTER ->
          testerId == null
              ? new Actor(Actor.Role.VISITOR, "tester", userId, null, null)
              : Actor.tester(userId, testerId);
    };
  }

  public boolean has(Scope scope) {
    return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
  }

  /** Whether this is a member of a company with at least that role. */
  public boolean isAtLeast(CompanyRole role) {
    return companyRole != null && companyRole.isAtLeast(role);
  }

  /**
   * Whether this is somebody who worked for a company, and every one of theirs is closed or let
   * them go. They can look after their account, and found another company.
   */
  public boolean isWithoutCompany() {
    return type == UserType.COMPANY && companyId == null;
  }

  /** The company; refuses people who don't act for one. */
  public UUID requireCompany() {
    if (companyId == null) {
      throw ApiProblem.forbidden("This is for members of a company.");
    }
    return companyId;
  }

  /** The roster row; refuses people who don't test. */
  public UUID requireTester() {
    if (testerId == null) {
      throw ApiProblem.forbidden("This is for testers.");
    }
    return testerId;
  }

  @Override
  public Area area() {
    return switch (type) {
      case COMPANY -> Area.COMPANY;
      case TESTER -> Area.TESTER;
      case ADMIN -> Area.ADMIN;
    };
  }

  @Override
  public List<Banner> banners() {
    return standing.banners(email, isWithoutCompany());
  }

  @Override
  public boolean mayGo(String path) {
    return !isWithoutCompany() || path.startsWith("/company/account");
  }

  @Override
  public @Nullable String place() {
    return standing.companyName();
  }

  @Override
  public String limitKey() {
    return (authMethod == AuthMethod.API_KEY ? "key:" : "user:") + credentialId;
  }
}
