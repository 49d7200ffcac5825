package dev.hitlai.identity.internal;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a person is logged in right now, and how to end that. */
@Component
public class OpenLogins {
  private final BrowserSessions browsers;
  private final RefreshTokens tokens;
  private final Endings endings;
  private final Privileged privileged;
  private final Audit audit;

  OpenLogins(
      BrowserSessions browsers,
      RefreshTokens tokens,
      Endings endings,
      Privileged privileged,
      Audit audit) {
    this.browsers = browsers;
    this.tokens = tokens;
    this.endings = endings;
    this.privileged = privileged;
    this.audit = audit;
  }

  /**
   * A login.
   *
   * @param kind browser, or program for one with tokens
   * @param device such as "Firefox on Linux", as far as it says what it is
   * @param current whether it is the one that asks
   */
  public record Login(
      UUID id,
      String kind,
      String device,
      @Nullable String address,
      Instant since,
      Instant lastSeen,
      boolean current) {}

  /** All of them, the one used last first. */
  public List<Login> of(CurrentUser who, HttpServletRequest request) {
    String current = currentKey(request);
    var logins = new ArrayList<Login>();
    for (var one : browsers.of(who.userId())) {
      logins.add(
          new Login(
              one.id(),
              "browser",
              Device.of(one.agent()),
              one.address(),
              one.since(),
              one.lastSeen(),
              one.key().equals(current)));
    }
    for (var one : privileged.step("logins", () -> tokens.of(who.userId()))) {
      logins.add(
          new Login(
              one.id(),
              "program",
              Device.of(one.agent()),
              one.address(),
              one.since(),
              one.lastSeen(),
              false));
    }
    logins.sort(Comparator.comparing(Login::lastSeen).reversed());
    return logins;
  }

  /**
   * Ends one. A browser is out at once; a program keeps the token it holds for the minutes that it
   * is good, and can't renew it.
   */
  public void end(CurrentUser who, UUID id) {
    boolean ended =
        browsers.end(who.userId(), id)
            || privileged.step("logins", () -> tokens.end(who.userId(), id));
    if (!ended) {
      throw ApiProblem.notFound("You have no open login with this id.");
    }
  }

  /** Ends all at once, with the tokens that programs hold; the caller may renew its own session. */
  public void endAll(CurrentUser who, HttpServletRequest request) {
    privileged.step(
        "logins",
        () -> {
          endings.allBut(who.userId(), currentKey(request), "signed_out");
          audit.note(who, "user.signed_out_everywhere", "user", who.userId());
          return true;
        });
  }

  /** Ends the other browsers. */
  public void endOthers(CurrentUser who, HttpServletRequest request) {
    browsers.endOthers(who.userId(), currentKey(request));
  }

  private static String currentKey(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? "" : session.getId();
  }
}
